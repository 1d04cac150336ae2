#include "pipeline/package/compact/reencode.h"

#include <utility>

#include "pipeline/package/compact/bilevel.h"
#include "pipeline/package/compact/jpeg_codec.h"
#include "pipeline/package/compact/luma.h"
#include "pipeline/package/compact/ssim.h"

namespace sohoa {

namespace {

constexpr int kQualityStep = 5;
constexpr int kStepsMax = (90 - kJpegQualityMin) / kQualityStep;

bool is_like(const Image& luma, int quality) {
  const std::optional<Image> seen = seen_through_jpeg(luma, quality);
  return seen && ssim(luma, *seen) >= kSimilarityMin;
}

// Most pages keep to the floor at the lowest quality: that one is tried first.
std::optional<int> lowest_quality(const Image& luma) {
  const auto quality_at = [](int step) { return kJpegQualityMin + step * kQualityStep; };
  int low = -1;  // not good enough
  int high = kStepsMax + 1;
  for (int step = 0; low + 1 < high; step = (low + high) / 2) {
    (is_like(luma, quality_at(step)) ? high : low) = step;
  }
  if (high > kStepsMax) return {};
  return quality_at(high);
}

}  // namespace

std::optional<PagePicture> reencoded(const ScannedPage& page) {
  const Image& pixels = page.pixels;
  if (pixels.empty() || page.master.bits_per_component == 1 || bilevel_of(pixels)) return {};
  const std::optional<int> quality = lowest_quality(luma_of(pixels));
  if (!quality) return {};
  std::optional<Bytes> jpeg = packed_jpeg(pixels, {*quality, ChromaGrid::kHalved});
  if (!jpeg) return {};
  const Box whole{0, 0, static_cast<double>(pixels.width), static_cast<double>(pixels.height)};
  return PagePicture{image_of(page, pixels, Codec::kJpeg, std::move(*jpeg)),
                     placement_of(page, whole)};
}

}  // namespace sohoa
