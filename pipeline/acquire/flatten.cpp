#include "pipeline/acquire/flatten.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "pipeline/acquire/color.h"
#include "pipeline/acquire/flate.h"

namespace sohoa {

namespace {

constexpr int kFinerMax = 8;

/// Scan pixels that an overlay touches, each cut into `finer` × `finer`.
struct Grid {
  int left = 0;  // scan px
  int top = 0;
  int width = 0;
  int height = 0;
  int finer = 1;
};

struct Colour {
  std::array<double, 3> rgb{255, 255, 255};
  double alpha = 0;  // 0 … 1
};

Grid grid_of(const ScannedPage& page, const Overlay& overlay) {
  const Box box = then(overlay.placement, inverse(page.pixels_to_points)) * Box{0, 0, 1, 1};
  Grid grid;
  grid.left = static_cast<int>(std::floor(box.left));
  grid.top = static_cast<int>(std::floor(box.top));
  grid.width = static_cast<int>(std::ceil(box.right)) - grid.left;
  grid.height = static_cast<int>(std::ceil(box.bottom)) - grid.top;
  const double density = std::max(overlay.picture.width / std::max(1.0, box.width()),
                                  overlay.picture.height / std::max(1.0, box.height()));
  grid.finer = std::clamp(static_cast<int>(std::ceil(density - 0.01)), 1, kFinerMax);
  return grid;
}

/// An overlay's picture and transparency, between pixels too.
class Glass {
 public:
  Glass(const DecodeTask& task, const Overlay& overlay)
      : picture_(decode_flate(task, overlay.picture)), alpha_(decode_flate(task, overlay.mask)) {}

  /// By the four pixels around; beyond the picture everything is clear.
  Colour at(const Point& p) const {
    const int x = static_cast<int>(std::floor(p.x - 0.5));
    const int y = static_cast<int>(std::floor(p.y - 0.5));
    const double right = p.x - 0.5 - x;
    const double down = p.y - 0.5 - y;
    Colour sum{{0, 0, 0}, 0};
    for (const auto& [dx, dy] : {std::pair(0, 0), {1, 0}, {0, 1}, {1, 1}}) {
      const double share = (dx == 1 ? right : 1 - right) * (dy == 1 ? down : 1 - down);
      add(x + dx, y + dy, share, sum);
    }
    if (sum.alpha <= 0) return {};
    for (double& value : sum.rgb) value /= sum.alpha;
    return sum;
  }

 private:
  void add(int x, int y, double share, Colour& sum) const {
    if (x < 0 || y < 0 || x >= alpha_.width || y >= alpha_.height) return;
    const double weight = share * alpha_.row(y)[x] / 255;
    const std::uint8_t* pixel = picture_.row(y) + x * picture_.channels;
    for (int k = 0; k < 3; ++k) sum.rgb[k] += weight * pixel[picture_.channels == 3 ? k : 0];
    sum.alpha += weight;
  }

  Image picture_;
  Image alpha_;
};

/// White beside the scan: the page is paper there.
std::uint8_t scan_value(const Image& pixels, int x, int y, int channel) {
  if (x < 0 || y < 0 || x >= pixels.width || y >= pixels.height) return 255;
  return pixels.row(y)[x * pixels.channels + (pixels.channels == 3 ? channel : 0)];
}

Image blend(const DecodeTask& task, const ScannedPage& page, const Overlay& overlay,
            const Grid& grid) {
  const Glass glass(task, overlay);
  const double width = overlay.picture.width, height = overlay.picture.height;
  const Matrix to_glass = then(then(page.pixels_to_points, inverse(overlay.placement)),
                               {width, 0, 0, -height, 0, height});
  Image image = make_image(task, grid.width * grid.finer, grid.height * grid.finer, 3);
  std::uint8_t* out = image.data.data();
  for (int y = 0; y < image.height; ++y) {
    for (int x = 0; x < image.width; ++x) {
      const Point scan{grid.left + (x + 0.5) / grid.finer, grid.top + (y + 0.5) / grid.finer};
      const Colour over = glass.at(to_glass * scan);
      for (int k = 0; k < 3; ++k) {
        const double below =
            scan_value(page.pixels, grid.left + x / grid.finer, grid.top + y / grid.finer, k);
        const double shown = over.rgb[k] * over.alpha + below * (1 - over.alpha);
        *out++ = static_cast<std::uint8_t>(std::lround(std::clamp(shown, 0.0, 255.0)));
      }
    }
  }
  return image;
}

}  // namespace

Overlay flattened(const DecodeTask& task, const ScannedPage& page, const Overlay& overlay) {
  const Grid grid = grid_of(page, overlay);
  check_size(task, static_cast<std::uint64_t>(std::max(0, grid.width)) * grid.finer,
             static_cast<std::uint64_t>(std::max(0, grid.height)) * grid.finer);
  const Image image = blend(task, page, overlay, grid);
  MasterImage form;
  form.width = image.width;
  form.height = image.height;
  form.color_space = ColorSpace::kRgb;
  // Most of it is scan, and shall look like the scan around it.
  if (is_icc_profile(page.master.icc_profile, 3)) form.icc_profile = page.master.icc_profile;
  const double left = grid.left, top = grid.top, width = grid.width, height = grid.height;
  Overlay opaque;
  opaque.picture = store_flate(std::move(form), image.data);
  opaque.placement = then({width, 0, 0, -height, left, top + height}, page.pixels_to_points);
  return opaque;
}

}  // namespace sohoa
