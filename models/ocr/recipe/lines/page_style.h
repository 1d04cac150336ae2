#pragma once

#include <string>

#include "samples/random.h"
#include "samples/sheet.h"
#include "samples/wear.h"

namespace sohoa {

/// How one page of training lines is set, printed and scanned.
struct PageStyle {
  Face face;
  double line_factor = 1.2;  // baseline to baseline, in sizes
  double left_mm = 12;
  double right_mm = 12;
  double seals = 0;  // a page
  Wear wear;
};

PageStyle some_style(Random& random);

/// Throws Error (kDependency) when a font of the recipe is not installed, so that the same seed
/// never draws other pages.
void require_training_fonts();

}  // namespace sohoa
