#include "pipeline/package/compact/lossless.h"

#include <cmath>
#include <utility>

#include "pipeline/base/digest.h"
#include "pipeline/package/compact/flate_codec.h"
#include "pipeline/package/compact/jpeg_codec.h"

namespace sohoa {

namespace {

constexpr double kPixelsMax = 100e6;

std::optional<MasterImage> repacked_as_jpeg(const MasterImage& image) {
  std::optional<Bytes> jpeg = repacked_jpeg(image.bytes);
  if (!jpeg) return {};
  MasterImage again = image;
  again.bytes = std::move(*jpeg);
  again.original = false;
  again.sha256 = sha256_of(again.bytes);
  return again;
}

std::optional<MasterImage> repacked_as_flate(const MasterImage& image) {
  const std::optional<Bytes> samples = flate_samples(image);
  if (!samples) return {};
  return packed_flate(image, *samples);
}

/// Whether the page's pixels are all of the master's: none beyond the page, none under an overlay.
bool shows_whole_master(const ScannedPage& page) {
  const auto same = [](int a, int b, int c, int d) { return a == c && b == d; };
  const Image& pixels = page.pixels;
  const MasterImage& master = page.master;
  return page.overlays.empty() && (same(pixels.width, pixels.height, master.width, master.height) ||
                                   same(pixels.width, pixels.height, master.height, master.width));
}

std::optional<PagePicture> as_bilevel(const ScannedPage& page, BilevelCodecs codecs) {
  const std::optional<Bilevel> bits = bilevel_of(page.pixels);
  if (!bits || !shows_whole_master(page)) return {};
  std::optional<MasterImage> image = packed_bilevel(*bits, codecs);
  if (!image) return {};
  const Box whole{0, 0, static_cast<double>(bits->width), static_cast<double>(bits->height)};
  return PagePicture{std::move(*image), placement_of(page, whole)};
}

}  // namespace

std::optional<PagePicture> lossless(const ScannedPage& page, BilevelCodecs codecs) {
  // Black and white in colours of a profile or palette would not be those of a plain 1-bit image.
  const bool is_plain =
      page.master.icc_profile.empty() && page.master.color_space == ColorSpace::kGrey;
  if (is_plain && page.master.codec != Codec::kJpeg) {
    if (std::optional<PagePicture> bits = as_bilevel(page, codecs)) return bits;
  }
  std::optional<MasterImage> image = repacked(page.master);
  if (!image) return {};
  return PagePicture{std::move(*image), page.placement};
}

std::optional<MasterImage> repacked(const MasterImage& image) {
  if (static_cast<double>(image.width) * image.height > kPixelsMax) return {};
  if (image.codec == Codec::kJpeg) return repacked_as_jpeg(image);
  if (image.codec == Codec::kFlate) return repacked_as_flate(image);
  return {};
}

}  // namespace sohoa
