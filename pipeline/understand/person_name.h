#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sohoa {

/// Whether the text can be a person's name as it is printed: 2 to 6 syllables, each with a capital
/// first letter or all in capitals, nothing but letters.
bool looks_like_name(std::string_view text);

/// "HUỲNH THỊ KIM YẾN" → "Huỳnh Thị Kim Yến"; degrees and ranks before a name ("ThS.", "Đại úy")
/// taken off.
std::string normalized_name(std::string_view text);

/// Whether the first syllable is one of `family_names`.
bool has_family_name(std::string_view name, const std::vector<std::string>& family_names);

}  // namespace sohoa
