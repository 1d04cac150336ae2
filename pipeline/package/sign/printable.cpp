#include "pipeline/package/sign/printable.h"

#include "pipeline/base/text.h"

namespace sohoa {

namespace {

constexpr std::size_t kLettersMax = 200;

bool is_printable(char32_t c) {
  const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
  const bool turns_direction = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  return !control && !turns_direction;
}

}  // namespace

std::string printable(const std::string& text) {
  std::u32string kept;
  for (const char32_t c : to_code_points(text)) {
    if (kept.size() < kLettersMax) kept += is_printable(c) ? c : U'\uFFFD';
  }
  return to_utf8(kept);
}

}  // namespace sohoa
