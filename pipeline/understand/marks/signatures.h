#pragma once

#include <vector>

#include "pipeline/understand/marks/ink_parts.h"

namespace sohoa {

/// Signatures, clean px: strokes by pen much larger than letters that hang together, in a gap
/// between lines of print, below some and with none beside. `rest`: the parts of the ink that is
/// not print; `print`: boxes of printed words. More than kSignaturesMax such strokes are a drawing.
std::vector<Box> find_signatures(const CleanPage& clean, const InkMap& ink,
                                 const std::vector<InkPart>& rest, const std::vector<Box>& print);

inline constexpr std::size_t kSignaturesMax = 12;

}  // namespace sohoa
