#pragma once

#include <opencv2/core.hpp>

#include "pipeline/clean/draft.h"

namespace sohoa {

/// A smaller copy of a page, for looking at it as a whole. A pixel is the mean of what it covers,
/// so thin strokes turn grey and do not vanish. Up to a few rows and columns at the right and at
/// the bottom are left out.
struct Reduced {
  cv::Mat grey;      // shared with other steps: not to be written to
  int divisor = 1;   // px of the page for one of its px
  double scale = 1;  // 1 / divisor
  double px_per_mm = 1;
};

Reduced reduced(Draft& draft, double dpi);

}  // namespace sohoa
