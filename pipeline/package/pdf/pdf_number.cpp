#include "pipeline/package/pdf/pdf_number.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string_view>

namespace sohoa {

namespace {

// ISO 19005-2, 6.1.13 allows more; no page of ours has a use for it.
constexpr double kNumberMax = 32767;
constexpr int kMatrixDecimals = 4;

}  // namespace

std::string pdf_number(double value, int decimals) {
  if (!std::isfinite(value)) value = 0;
  char digits[32];
  const double held = std::clamp(value, -kNumberMax, kNumberMax);
  const std::to_chars_result end =
      std::to_chars(digits, digits + sizeof digits, held, std::chars_format::fixed, decimals);
  std::string text(digits, end.ptr);
  if (text.find('.') != std::string::npos) {
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
  }
  return text == "-0" ? "0" : text;
}

std::string pdf_hex(unsigned code) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string digits;
  for (int shift = 12; shift >= 0; shift -= 4) digits += kDigits[code >> shift & 0xF];
  return digits;
}

std::string pdf_matrix(const Matrix& m) {
  std::string text;
  for (const double value : {m.a, m.b, m.c, m.d, m.e, m.f}) {
    if (!text.empty()) text += ' ';
    text += pdf_number(value, kMatrixDecimals);
  }
  return text;
}

}  // namespace sohoa
