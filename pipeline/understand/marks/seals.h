#pragma once

#include <vector>

#include "pipeline/understand/marks/ink_parts.h"

namespace sohoa {

/// Round seals, upright px: red ones among the coloured shapes that cleaning found, whatever else
/// crosses them, and black ones of copies among the parts of `rest`, the ink that is not print.
/// Framed words and the small emblems of electronic signatures are none.
std::vector<Box> find_seals(const ScannedPage& scan, const CleanPage& clean, const InkMap& rest,
                            const std::vector<InkPart>& parts);

}  // namespace sohoa
