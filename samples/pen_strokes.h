#pragma once

#include <vector>

#include "models/record/geometry.h"

namespace sohoa {

/// How a pen writes one letter. Unit: a hundredth of a capital's height, y up from the baseline.
struct PenStrokes {
  double advance = 0;
  std::vector<std::vector<Point>> strokes;
};

/// No strokes for a letter that it does not know.
PenStrokes pen_strokes(char32_t letter);

}  // namespace sohoa
