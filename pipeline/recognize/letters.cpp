#include "pipeline/recognize/letters.h"

#include <string>

#include "pipeline/base/text.h"

namespace sohoa {

char32_t base_letter(char32_t c) {
  const std::string plain = without_marks(to_utf8({&c, 1}));
  return plain.size() == 1 ? static_cast<char32_t>(plain[0]) : 0;
}

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

bool is_letter_or_digit(char32_t c) {
  const char32_t small = base_letter(c) | 0x20;
  return is_digit(c) || (small >= U'a' && small <= U'z');
}

}  // namespace sohoa
