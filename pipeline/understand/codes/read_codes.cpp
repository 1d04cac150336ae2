#include "pipeline/understand/codes/read_codes.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "pipeline/understand/codes/code_regions.h"
#include "pipeline/understand/codes/symbols.h"
#include "pipeline/understand/codes/turned_crop.h"

namespace sohoa {

namespace {

constexpr double kMmPerInch = 25.4;
constexpr double kMargin_mm = 3;          // around a dense area: quiet zones help the finders
constexpr double kElongated = 2;          // times as long as broad: a barcode, turned straight
constexpr double kCropSideMax_px = 1600;  // larger ones are reduced
constexpr double kCoarseDpi = 210;        // up to here what was not read is tried again, enlarged
constexpr double kEnlargement = 2;

/// A part of the page, its long side along x when it is a band.
struct Window {
  Point centre;  // px of the page
  double width_mm = 0;
  double height_mm = 0;
  double radians = 0;  // of its x axis on paper
};

/// Along the axes of the page; before it, for a band, along its own.
std::vector<Window> windows_around(const CodeRegion& region, const Resolution& dpi) {
  std::vector<Window> windows;
  if (region.length >= kElongated * region.breadth) {
    windows.push_back({region.centre, region.length + 2 * kMargin_mm,
                       region.breadth + 2 * kMargin_mm, region.degrees * std::numbers::pi / 180});
  }
  windows.push_back({region.box.centre(), region.box.width() / dpi.x * kMmPerInch + 2 * kMargin_mm,
                     region.box.height() / dpi.y * kMmPerInch + 2 * kMargin_mm, 0});
  return windows;
}

/// crop px → px of the page, of a crop with `scale` px a mm.
Matrix to_page(const Window& window, const Resolution& dpi, double scale) {
  const double x = dpi.x / kMmPerInch, y = dpi.y / kMmPerInch;
  const double cosine = std::cos(window.radians), sine = std::sin(window.radians);
  const Matrix to_middle{1 / scale, 0, 0, 1 / scale, -window.width_mm / 2, -window.height_mm / 2};
  return then(to_middle,
              {cosine * x, sine * y, -sine * x, cosine * y, window.centre.x, window.centre.y});
}

Box around(const std::array<Point, 4>& corners, const Matrix& to_page) {
  Box box{1e9, 1e9, -1e9, -1e9};
  for (const Point& corner : corners) {
    const Point p = to_page * corner;
    box = {std::min(box.left, p.x), std::min(box.top, p.y), std::max(box.right, p.x),
           std::max(box.bottom, p.y)};
  }
  return box;
}

/// A picture to be read, and where its px lie on the page.
struct Crop {
  Image grey;
  Matrix to_page;
};

Crop crop_of(const Image& pixels, const Resolution& dpi, const Window& window, double scale) {
  const double page_scale = std::max(dpi.x, dpi.y) / kMmPerInch;
  const Matrix matrix = to_page(window, dpi, scale);
  const int width = static_cast<int>(std::ceil(window.width_mm * scale));
  const int height = static_cast<int>(std::ceil(window.height_mm * scale));
  if (window.radians == 0 && scale == page_scale && dpi.x == dpi.y) {
    const double left = std::floor(matrix.e), top = std::floor(matrix.f);
    return {grey_crop(pixels, {left, top, left + width, top + height}), {1, 0, 0, 1, left, top}};
  }
  const int samples = std::max(1, static_cast<int>(std::lround(page_scale / scale)));
  return {turned_crop(pixels, matrix, width, height, samples), matrix};
}

std::vector<Code> codes_of(const Crop& crop) {
  std::vector<Code> codes;
  for (const Symbol& symbol : symbols_in(crop.grey)) {
    codes.push_back({symbol.kind, symbol.text, around(symbol.corners, crop.to_page)});
  }
  return codes;
}

/// At the page's own resolution as far as the crop may be so large; of coarse pages also enlarged,
/// for modules of hardly more than a px.
std::vector<Code> codes_in(const Image& pixels, const Resolution& dpi, const Window& window) {
  const double side_mm = std::max(window.width_mm, window.height_mm);
  const double page_scale = std::max(dpi.x, dpi.y) / kMmPerInch;
  const double scale = std::min(page_scale, kCropSideMax_px / side_mm);
  std::vector<Code> codes = codes_of(crop_of(pixels, dpi, window, scale));
  if (!codes.empty() || std::min(dpi.x, dpi.y) > kCoarseDpi) return codes;
  const double enlarged = std::min(kEnlargement * page_scale, kCropSideMax_px / side_mm);
  return codes_of(crop_of(pixels, dpi, window, enlarged));
}

}  // namespace

std::vector<Code> read_codes(const Image& pixels, Resolution dpi) {
  dpi = credible(dpi);
  const Box page{0, 0, static_cast<double>(pixels.width), static_cast<double>(pixels.height)};
  std::vector<Code> codes;
  for (const CodeRegion& region : code_regions(pixels, dpi)) {
    std::vector<Code> read;
    for (const Window& window : windows_around(region, dpi)) {
      if (read.empty()) read = codes_in(pixels, dpi, window);
    }
    for (Code& code : read) {
      code.box = intersection(code.box, page);
      codes.push_back(std::move(code));
    }
  }
  std::stable_sort(codes.begin(), codes.end(),
                   [](const Code& a, const Code& b) { return a.box.top < b.box.top; });
  return codes;
}

}  // namespace sohoa
