#include "pipeline/understand/codes/turned_crop.h"

#include <algorithm>
#include <cmath>

namespace sohoa {

namespace {

constexpr std::uint8_t kWhite = 255;

/// Of a px and the one right of it and below.
double interpolated(const Image& grey, double x, double y) {
  const int left = std::clamp(static_cast<int>(x), 0, grey.width - 2);
  const int top = std::clamp(static_cast<int>(y), 0, grey.height - 2);
  const double right_share = x - left, lower_share = y - top;
  const std::uint8_t* upper = grey.row(top) + left;
  const std::uint8_t* lower = grey.row(top + 1) + left;
  return (upper[0] + (upper[1] - upper[0]) * right_share) * (1 - lower_share) +
         (lower[0] + (lower[1] - lower[0]) * right_share) * lower_share;
}

}  // namespace

Image grey_crop(const Image& page, const Box& box) {
  const int x = static_cast<int>(box.left), y = static_cast<int>(box.top);
  Image crop{static_cast<int>(box.right) - x, static_cast<int>(box.bottom) - y, 1, {}};
  crop.data.assign(static_cast<std::size_t>(crop.width) * crop.height, kWhite);
  const int left = std::max(0, -x), right = std::min(crop.width, page.width - x);
  const int top = std::max(0, -y), bottom = std::min(crop.height, page.height - y);
  for (int row = top; row < bottom; ++row) {
    const std::uint8_t* from = page.row(y + row);
    std::uint8_t* to = crop.row(row);
    for (int column = left; column < right; ++column) {
      const std::uint8_t* px = from + static_cast<std::size_t>(x + column) * page.channels;
      to[column] =
          page.channels == 3 ? static_cast<std::uint8_t>((px[0] + 2 * px[1] + px[2]) / 4) : px[0];
    }
  }
  return crop;
}

Image turned_crop(const Image& page, const Matrix& to_page, int width, int height, int samples) {
  const Box corners = to_page * Box{0, 0, static_cast<double>(width), static_cast<double>(height)};
  const Box around{std::floor(corners.left) - 1, std::floor(corners.top) - 1,
                   std::ceil(corners.right) + 1, std::ceil(corners.bottom) + 1};
  const Image grey = grey_crop(page, around);
  Image crop{width, height, 1, Bytes(static_cast<std::size_t>(width) * height)};
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      double sum = 0;
      for (int j = 0; j < samples; ++j) {
        for (int i = 0; i < samples; ++i) {
          const Point at = to_page * Point{x + (i + 0.5) / samples, y + (j + 0.5) / samples};
          sum += interpolated(grey, at.x - around.left - 0.5, at.y - around.top - 0.5);
        }
      }
      crop.row(y)[x] = static_cast<std::uint8_t>(sum / (samples * samples) + 0.5);
    }
  }
  return crop;
}

}  // namespace sohoa
