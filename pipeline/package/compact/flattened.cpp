#include "pipeline/package/compact/flattened.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "pipeline/package/compact/flate_codec.h"

namespace sohoa {

namespace {

constexpr double kFinerMax = 1.25;

std::optional<Image> pixels_of(const MasterImage& image) {
  const bool plain =
      image.bits_per_component == 8 && image.decode.empty() &&
      (image.color_space == ColorSpace::kRgb || image.color_space == ColorSpace::kGrey);
  std::optional<Bytes> samples;
  if (plain) samples = flate_samples(image);
  if (!samples) return {};
  return Image{image.width, image.height, component_count(image.color_space), std::move(*samples)};
}

Image as_colour(const Image& grey) {
  Image colour{grey.width, grey.height, 3, {}};
  colour.data.reserve(grey.data.size() * 3);
  for (const std::uint8_t level : grey.data) colour.data.insert(colour.data.end(), 3, level);
  return colour;
}

/// Scan px → px of the overlay.
Matrix to_overlay(const ScannedPage& page, const Overlay& overlay) {
  const double width = overlay.picture.width, height = overlay.picture.height;
  const Matrix unit_to_pixels{width, 0, 0, -height, 0, height};
  return then(then(page.pixels_to_points, inverse(overlay.placement)), unit_to_pixels);
}

bool keeps_strokes(const Matrix& to_overlay) {
  return std::hypot(to_overlay.a, to_overlay.b) <= kFinerMax &&
         std::hypot(to_overlay.c, to_overlay.d) <= kFinerMax;
}

/// The level at a point between the centres of px, the edge repeated.
double sampled(const Image& image, const Point& at, int channel) {
  const double x = std::clamp(at.x - 0.5, 0.0, image.width - 1.0);
  const double y = std::clamp(at.y - 0.5, 0.0, image.height - 1.0);
  const int left = static_cast<int>(x), top = static_cast<int>(y);
  const int right = std::min(left + 1, image.width - 1);
  const int bottom = std::min(top + 1, image.height - 1);
  const double to_right = x - left, to_bottom = y - top;
  const auto level = [&](int px, int py) {
    return static_cast<double>(image.row(py)[px * image.channels + channel]);
  };
  const double upper = level(left, top) * (1 - to_right) + level(right, top) * to_right;
  const double lower = level(left, bottom) * (1 - to_right) + level(right, bottom) * to_right;
  return upper * (1 - to_bottom) + lower * to_bottom;
}

void draw(const Image& picture, const Image& alpha, const Matrix& to_overlay, Image& page) {
  const Box whole{0, 0, static_cast<double>(page.width), static_cast<double>(page.height)};
  const Box overlay{0, 0, static_cast<double>(picture.width), static_cast<double>(picture.height)};
  const Box place = intersection(inverse(to_overlay) * overlay, whole);
  for (int y = static_cast<int>(place.top); y < place.bottom; ++y) {
    for (int x = static_cast<int>(place.left); x < place.right; ++x) {
      const Point at = to_overlay * Point{x + 0.5, y + 0.5};
      if (at.x < 0 || at.y < 0 || at.x >= overlay.right || at.y >= overlay.bottom) continue;
      const double cover = alpha.empty() ? 1 : sampled(alpha, at, 0) / 255;
      if (cover == 0) continue;
      std::uint8_t* pixel = page.row(y) + x * page.channels;
      for (int c = 0; c < page.channels; ++c) {
        const double level = sampled(picture, at, picture.channels == 3 ? c : 0);
        pixel[c] = static_cast<std::uint8_t>(pixel[c] * (1 - cover) + level * cover + 0.5);
      }
    }
  }
}

}  // namespace

std::optional<Image> flattened(const ScannedPage& page) {
  // Overlays are in sRGB, and so must the page be.
  if (!page.master.icc_profile.empty()) return {};
  Image pixels = page.pixels;
  for (const Overlay& overlay : page.overlays) {
    const std::optional<Image> picture = pixels_of(overlay.picture);
    std::optional<Image> alpha = Image{};
    if (!overlay.mask.bytes.empty()) alpha = pixels_of(overlay.mask);
    if (!picture || !alpha || alpha->channels != 1) return {};
    const Matrix matrix = to_overlay(page, overlay);
    if (!keeps_strokes(matrix)) return {};
    if (picture->channels == 3 && pixels.channels == 1) pixels = as_colour(pixels);
    draw(*picture, *alpha, matrix, pixels);
  }
  return pixels;
}

}  // namespace sohoa
