#pragma once

#include "models/record/image.h"

namespace sohoa {

/// The colour of the paper itself at each px of a reduced page: a grey closing of each channel over
/// `bridge` px, wider than the strokes of print, then smoothed; never darker than half of the
/// page's white.
Image paper_under(const Image& reduced, int bridge);

}  // namespace sohoa
