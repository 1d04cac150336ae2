#pragma once

#include <string>

namespace sohoa {

/// What a stranger wrote, fit for a line of a terminal or of JSON: UTF-8 without controls and
/// changes of direction, at most 200 letters.
std::string printable(const std::string& text);

}  // namespace sohoa
