#pragma once

#include <optional>

#include "pipeline/package/compact/bilevel.h"
#include "pipeline/package/compact/page_picture.h"

namespace sohoa {

/// The page's master with every pixel as it is, coded anew: JPEG with the same coefficients, 1-bit
/// images as G4 or JBIG2, deflated ones with the best filters. Nothing for JPEG 2000, above 100
/// million pixels, and for what is damaged.
std::optional<PagePicture> lossless(const ScannedPage& page, BilevelCodecs codecs);

/// The same for an image that does not stand for a page's pixels.
std::optional<MasterImage> repacked(const MasterImage& image);

}  // namespace sohoa
