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

/// The same JSON with \u escapes for what steers, but for ends of lines, which stand between values
/// only: nothing is lost, and a terminal shows it as it is. None of that is outside the BMP.
std::string printable_json(std::string_view json);

}  // namespace sohoa
