#pragma once

#include "models/record/image.h"
#include "pipeline/package/compact/bilevel.h"
#include "pipeline/package/compact/cells.h"

namespace sohoa {

struct BackgroundGrid {
  int divisor = 3;  // px a block
  int fringe = 4;   // px beside ink that are neither ink nor paper
};

/// What is left of a page without its ink and without what stands in boxes (cells of 2 × 2 blocks):
/// means of blocks over the px that are neither, nor in the fringe of ink; blocks of none are
/// filled from those around them (pull-push over a pyramid: Gortler et al., "The Lumigraph",
/// SIGGRAPH 1996).
Image background_of(const Image& pixels, const Bilevel& ink, const Cells& picture,
                    const BackgroundGrid& grid);

}  // namespace sohoa
