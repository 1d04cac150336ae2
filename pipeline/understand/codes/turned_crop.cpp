#include "pipeline/understand/codes/turned_crop.h"

#include <cmath>

namespace sohoa {

namespace {

constexpr int kWhite = 255;

int grey_at(const Image& page, int x, int y) {
  if (x < 0 || y < 0 || x >= page.width || y >= page.height) return kWhite;
  const std::uint8_t* px = page.row(y) + static_cast<std::size_t>(x) * page.channels;
  return page.channels == 3 ? (px[0] + 2 * px[1] + px[2]) / 4 : px[0];
}

double interpolated(const Image& page, const Point& at) {
  const double left = std::floor(at.x - 0.5), top = std::floor(at.y - 0.5);
  const double right_share = at.x - 0.5 - left, lower_share = at.y - 0.5 - top;
  const int x = static_cast<int>(left), y = static_cast<int>(top);
  const double upper =
      grey_at(page, x, y) * (1 - right_share) + grey_at(page, x + 1, y) * right_share;
  const double lower =
      grey_at(page, x, y + 1) * (1 - right_share) + grey_at(page, x + 1, y + 1) * right_share;
  return upper * (1 - lower_share) + lower * lower_share;
}

}  // namespace

Image turned_crop(const Image& page, const Matrix& to_page, int width, int height, int samples) {
  Image crop{width, height, 1, Bytes(static_cast<std::size_t>(width) * height)};
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      double sum = 0;
      for (int j = 0; j < samples; ++j) {
        for (int i = 0; i < samples; ++i) {
          sum +=
              interpolated(page, to_page * Point{x + (i + 0.5) / samples, y + (j + 0.5) / samples});
        }
      }
      crop.row(y)[x] = static_cast<std::uint8_t>(sum / (samples * samples) + 0.5);
    }
  }
  return crop;
}

}  // namespace sohoa
