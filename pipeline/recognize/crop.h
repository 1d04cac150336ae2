#pragma once

#include "models/record/image.h"
#include "pipeline/recognize/strips.h"

namespace sohoa {

/// How much is shown above and below the baseline, in letter heights. More makes smaller letters
/// in the line image, which has a fixed height.
struct Framing {
  double above = 2.4;
  double below = 0.8;
};

/// A strip's own ink on white with a level baseline, nothing of its neighbours and no long rules.
/// Columns are shifted, never resampled.
struct Crop {
  Image grey;
  Point origin;  // of the page, at the crop's top left
};

Crop cut_out(const Image& page, const Ink& ink, const Strip& strip, const Framing& framing);

/// Letter heights: a longer run of ink is an underline, no stroke of a letter, and is left out.
inline constexpr double kRuleWidthMin = 4;

}  // namespace sohoa
