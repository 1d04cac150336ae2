#pragma once

#include <string>
#include <string_view>

namespace sohoa {

/// Whether a code point steers where it is shown: control characters, ends of lines, and changes of
/// direction (UAX #9), which make a name look like another one: "gnp.exe" shown as "exe.png".
bool steers_display(char32_t c);

/// What a stranger wrote, fit for a line of a terminal or of JSON: UTF-8 with U+FFFD for what
/// steers, at most 200 letters.
std::string printable(std::string_view text);

}  // namespace sohoa
