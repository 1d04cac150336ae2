#pragma once

#include <optional>

#include "pipeline/package/compact/page_picture.h"

namespace sohoa {

/// The floor of an access copy: no quality of libjpeg's tables below the first, and none that makes
/// the page less like its pixels than the second says (ssim.h, on luma, at full resolution).
inline constexpr int kJpegQualityMin = 40;
inline constexpr double kSimilarityMin = 0.95;

/// The page's pixels as one progressive JPEG of the lowest quality that keeps to the floor. Nothing
/// for pages of black and white only, and for those that need a quality above 90.
std::optional<PagePicture> reencoded(const ScannedPage& page);

}  // namespace sohoa
