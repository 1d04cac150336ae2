#include "pipeline/package/compact/overlays.h"

#include <optional>
#include <utility>

#include "pipeline/base/digest.h"
#include "pipeline/package/compact/flate_codec.h"
#include "pipeline/package/compact/jpeg_codec.h"
#include "pipeline/package/compact/lossless.h"

namespace sohoa {

namespace {

constexpr int kOverlayQuality = 80;

std::optional<MasterImage> as_jpeg(const MasterImage& image) {
  const bool plain =
      image.bits_per_component == 8 && image.decode.empty() &&
      (image.color_space == ColorSpace::kRgb || image.color_space == ColorSpace::kGrey);
  std::optional<Bytes> samples;
  if (plain) samples = flate_samples(image);
  if (!samples) return {};
  const Image pixels{image.width, image.height, component_count(image.color_space),
                     std::move(*samples)};
  std::optional<Bytes> jpeg = packed_jpeg(pixels, {kOverlayQuality, ChromaGrid::kFull});
  if (!jpeg) return {};
  MasterImage coded = image;
  coded.codec = Codec::kJpeg;
  coded.flate = {};
  coded.bytes = std::move(*jpeg);
  coded.original = false;
  coded.sha256 = sha256_of(coded.bytes);
  return coded;
}

void take_if_smaller(std::optional<MasterImage> other, MasterImage& image) {
  if (other && other->bytes.size() < image.bytes.size()) image = std::move(*other);
}

}  // namespace

std::vector<Overlay> compact_overlays(std::vector<Overlay> overlays, Compaction level) {
  for (Overlay& overlay : overlays) {
    for (MasterImage* image : {&overlay.picture, &overlay.mask}) {
      if (image->bytes.empty()) continue;
      const MasterImage before = *image;
      take_if_smaller(repacked(before), *image);
      if (level >= Compaction::kReencode) take_if_smaller(as_jpeg(before), *image);
    }
  }
  return overlays;
}

}  // namespace sohoa
