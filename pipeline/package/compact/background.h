#pragma once

#include <vector>

#include "models/record/geometry.h"
#include "models/record/image.h"
#include "pipeline/package/compact/bilevel.h"

namespace sohoa {

/// What is left of a page without its ink and without what stands in boxes: means of blocks of
/// divisor × divisor px over the px that are neither, nor within 2 px of ink; blocks of none are
/// filled from those around them (pull-push over a pyramid: Gortler et al., "The Lumigraph",
/// SIGGRAPH 1996).
Image background_of(const Image& pixels, const Bilevel& ink, const std::vector<Box>& boxes,
                    int divisor);

}  // namespace sohoa
