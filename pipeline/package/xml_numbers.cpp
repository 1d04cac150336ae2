#include "pipeline/package/xml_numbers.h"

#include <charconv>
#include <cmath>

namespace sohoa {

std::string xml_number(double value, int decimals) {
  if (!std::isfinite(value)) return "0";
  char digits[400];
  const auto end =
      std::to_chars(digits, digits + sizeof digits, value, std::chars_format::fixed, decimals);
  std::string text(digits, end.ptr);
  if (text.find('.') != std::string::npos) {
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
  }
  return text == "-0" ? "0" : text;
}

}  // namespace sohoa
