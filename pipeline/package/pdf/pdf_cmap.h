#pragma once

#include <map>
#include <string>

namespace sohoa {

/// Code → UTF-16 text.
using UnicodeMap = std::map<unsigned, std::u16string>;

/// A range that is longer than 256 codes or changes its first byte breaks ISO 32000-1, 9.10.3.
enum class LongRanges {
  kIgnored,  // as PDF/A's checkers read it
  kMapped    // as most readers do
};

/// What a ToUnicode CMap maps.
UnicodeMap unicode_map(const std::string& cmap, LongRanges long_ranges = LongRanges::kIgnored);

}  // namespace sohoa
