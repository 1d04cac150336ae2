#include "samples/scan.h"

#include <algorithm>
#include <cmath>

#include "models/record/page.h"
#include "samples/pixel_wear.h"

namespace sohoa {

namespace {

constexpr double kMmPerInch = 25.4;

/// Millimetres of the sheet → px of the scan while it is still upright.
Matrix placement_of(const Sheet& sheet, const Wear& wear) {
  const double turn = wear.skew_degrees * M_PI / 180;
  const Matrix to_middle{1, 0, 0, 1, -sheet.width() / 2, -sheet.height() / 2};
  const Matrix turned{std::cos(turn), -std::sin(turn),   std::sin(turn),
                      std::cos(turn), sheet.width() / 2, sheet.height() / 2};
  const Matrix scaled{wear.dpi.x / kMmPerInch, 0, 0, wear.dpi.y / kMmPerInch, 0, 0};
  return then(then(to_middle, turned), scaled);
}

/// The sheet's ink on white, RGB.
Image draw_ink(const Sheet& sheet, const Matrix& m, int width, int height) {
  cairo_surface_t* surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height);
  cairo_t* cairo = cairo_create(surface);
  cairo_set_source_rgb(cairo, 1, 1, 1);
  cairo_paint(cairo);
  const cairo_matrix_t matrix{m.a, m.b, m.c, m.d, m.e, m.f};
  cairo_set_matrix(cairo, &matrix);
  sheet.replay(cairo);
  cairo_destroy(cairo);
  cairo_surface_flush(surface);

  Image image{width, height, 3, Bytes(static_cast<std::size_t>(width) * height * 3)};
  const unsigned char* pixels = cairo_image_surface_get_data(surface);
  const int stride = cairo_image_surface_get_stride(surface);
  for (int y = 0; y < height; ++y) {
    const auto* from = reinterpret_cast<const std::uint32_t*>(pixels + y * stride);
    std::uint8_t* to = image.row(y);
    for (int x = 0; x < width; ++x, to += 3) {
      to[0] = static_cast<std::uint8_t>(from[x] >> 16);
      to[1] = static_cast<std::uint8_t>(from[x] >> 8);
      to[2] = static_cast<std::uint8_t>(from[x]);
    }
  }
  cairo_surface_destroy(surface);
  return image;
}

Image grey_of(const Image& image) {
  Image grey{image.width, image.height, 1,
             Bytes(static_cast<std::size_t>(image.width) * image.height)};
  for (std::size_t i = 0; i < grey.data.size(); ++i) {
    const std::uint8_t* p = &image.data[i * 3];
    grey.data[i] = static_cast<std::uint8_t>((p[0] * 77 + p[1] * 150 + p[2] * 29) >> 8);
  }
  return grey;
}

Image turned(const Image& image, const Matrix& to_turned, int width, int height) {
  Image result{width, height, image.channels, Bytes(image.data.size())};
  for (int y = 0; y < image.height; ++y) {
    const std::uint8_t* from = image.row(y);
    for (int x = 0; x < image.width; ++x, from += image.channels) {
      const Point at = to_turned * Point{x + 0.5, y + 0.5};
      std::uint8_t* to =
          result.row(static_cast<int>(at.y)) + static_cast<int>(at.x) * image.channels;
      std::copy_n(from, image.channels, to);
    }
  }
  return result;
}

}  // namespace

Scan scan_sheet(const Sheet& front, const Sheet* back, const Wear& wear, std::uint64_t seed) {
  const int width = static_cast<int>(std::lround(front.width() / kMmPerInch * wear.dpi.x));
  const int height = static_cast<int>(std::lround(front.height() / kMmPerInch * wear.dpi.y));
  Matrix placed = placement_of(front, wear);
  Image image = draw_ink(front, placed, width, height);
  PixelWear worn(image, wear, placed, front.width(), front.height(), seed);
  if (wear.bleed > 0 && back != nullptr) {
    const Matrix mirrored = then({-1, 0, 0, 1, back->width(), 0}, placed);
    worn.show_through(draw_ink(*back, mirrored, width, height));
  }
  worn.age_paper();
  worn.scan();
  Scan result;
  if (wear.tone != Tone::kColour) image = grey_of(image);
  if (wear.copier > 0) worn.photocopy(image);
  if (wear.tone == Tone::kBilevel) threshold(image, wear.threshold);

  result.wear = wear;
  result.size = {width * 72 / wear.dpi.x, height * 72 / wear.dpi.y};
  if (wear.quarter_turns != 0) {
    const bool across = wear.quarter_turns % 2 != 0;
    const int scan_width = across ? height : width;
    const int scan_height = across ? width : height;
    const Matrix turn = inverse(quarter_turn_matrix(wear.quarter_turns, scan_width, scan_height));
    image = turned(image, turn, scan_width, scan_height);
    placed = then(placed, turn);
    if (across) {
      std::swap(result.size.width_pt, result.size.height_pt);
      std::swap(result.wear.dpi.x, result.wear.dpi.y);
    }
  }
  result.truth = moved(front.truth(), placed, image.width, image.height);
  result.pixels = std::move(image);
  return result;
}

}  // namespace sohoa
