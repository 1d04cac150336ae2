#pragma once

namespace sohoa {

/// The letter without its marks, in the case it has: `ấ` → `a`. 0 when that is no ASCII letter.
char32_t base_letter(char32_t c);

bool is_digit(char32_t c);  // of ASCII
bool is_letter_or_digit(char32_t c);

}  // namespace sohoa
