#pragma once

#include "models/record/image.h"

namespace sohoa {

/// Scales a grey image to `height`, both axes alike, through a Gaussian window of `sigma` px of the
/// result (and at least half a px of the source, so that enlarging stays smooth).
Image resample_to_height(const Image& grey, int height, double sigma);

}  // namespace sohoa
