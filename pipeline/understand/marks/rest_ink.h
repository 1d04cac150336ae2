#pragma once

#include <vector>

#include "pipeline/understand/marks/ink_parts.h"

namespace sohoa {

/// Ink as high as letters or higher that stands in a row, as a word's does.
struct InkGroup {
  Box box;  // clean px
  int parts = 0;
};

/// A copy of the page's ink without the `printed` words, and with the blue ink of coloured
/// signatures and writing, which cleaning takes out.
InkMap rest_of(const InkMap& ink, const ScannedPage& scan, const CleanPage& clean,
               const std::vector<Box>& printed);

/// Rows of letters among the parts: each 0.6 to 3.5 `x_height` high, less than one apart. Rules,
/// dots, frames and everything larger are left out. At most kGroupPartsMax parts are looked at.
std::vector<InkGroup> letter_groups(const std::vector<InkPart>& parts, double x_height);

inline constexpr std::size_t kGroupPartsMax = 4000;

}  // namespace sohoa
