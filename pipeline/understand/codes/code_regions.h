#pragma once

#include <vector>

#include "models/record/image.h"

namespace sohoa {

/// An area of the page that is inked like a symbol: evenly, about half, and over some millimetres
/// in both directions.
struct CodeRegion {
  Box box;             // px of the image, around what is dense
  Point centre;        // px of the image
  double length = 0;   // mm, along `degrees`
  double breadth = 0;  // mm, across
  double degrees = 0;  // of the long axis on paper, clockwise from the x axis, -90 … 90
};

inline constexpr std::size_t kCodeRegionsMax = 16;

/// The largest first, never more than kCodeRegionsMax. One look at about 100 × 50 samples an inch:
/// in windows of 4.5 mm the darkest, the lightest and the mean sample are compared, so that shade
/// does not matter; what is left of the half-inked windows when thin structures, like lines of
/// text, are worn away (morphological opening) makes the regions.
std::vector<CodeRegion> code_regions(const Image& pixels, Resolution dpi);

/// What a page's resolution is taken for: never below or above what scans have.
Resolution credible(Resolution dpi);

}  // namespace sohoa
