#pragma once

#include "models/record/image.h"

namespace sohoa {

/// Means of blocks of divisor × divisor px; the last of a row or column may be of fewer px.
Image block_means(const Image& pixels, int divisor);

}  // namespace sohoa
