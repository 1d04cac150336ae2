#pragma once

#include "models/record/image.h"

namespace sohoa {

/// The least, or the greatest, of the (2 · radius + 1)² px around each, channel by channel; px
/// beyond the edge do not count (Gonzalez & Woods, Digital Image Processing, 9.6).
Image least_around(const Image& pixels, int radius);
Image greatest_around(const Image& pixels, int radius);

}  // namespace sohoa
