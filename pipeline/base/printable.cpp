#include "pipeline/base/printable.h"

#include <cstdio>

#include "pipeline/base/text.h"

namespace sohoa {

namespace {

constexpr std::size_t kLettersMax = 200;

bool turns_direction(char32_t c) {
  return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

}  // namespace

bool steers_display(char32_t c) {
  const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
  const bool ends_line = c == 0x2028 || c == 0x2029;
  return control || ends_line || turns_direction(c);
}

std::string printable(std::string_view text) {
  std::u32string clean;
  for (const char32_t c : to_code_points(text)) {
    clean += steers_display(c) ? U'\uFFFD' : c;
    if (clean.size() == kLettersMax) break;
  }
  return to_utf8(clean);
}

std::string printable_json(std::string_view json) {
  std::string safe;
  for (const char32_t c : to_code_points(json)) {
    if (c == U'\n' || !steers_display(c)) {
      safe += to_utf8({&c, 1});
      continue;
    }
    char escape[8];
    std::snprintf(escape, sizeof escape, "\\u%04X", static_cast<unsigned>(c));
    safe += escape;
  }
  return safe;
}

}  // namespace sohoa
