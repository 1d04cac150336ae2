#pragma once

#include <map>
#include <string>

namespace sohoa {

/// Code → UTF-16 text.
using UnicodeMap = std::map<unsigned, std::u16string>;

/// What a ToUnicode CMap maps, as PDF/A's checkers read it: a range that is longer than 256 codes
/// or changes its first byte (ISO 32000-1, 9.10.3) does not count.
UnicodeMap unicode_map(const std::string& cmap);

}  // namespace sohoa
