#include "pipeline/package/compact/reduced.h"

#include <algorithm>
#include <vector>

namespace sohoa {

namespace {

void add_row(const Image& pixels, int y, int divisor, std::vector<std::uint32_t>& sums) {
  const std::uint8_t* row = pixels.row(y);
  const int channels = pixels.channels;
  for (int x = 0, left = divisor, at = 0; x < pixels.width; ++x) {
    for (int c = 0; c < channels; ++c) sums[static_cast<std::size_t>(at + c)] += *row++;
    if (--left == 0) {
      left = divisor;
      at += channels;
    }
  }
}

}  // namespace

Image block_means(const Image& pixels, int divisor) {
  Image means{(pixels.width + divisor - 1) / divisor,
              (pixels.height + divisor - 1) / divisor,
              pixels.channels,
              {}};
  means.data.resize(means.stride() * means.height);
  std::vector<std::uint32_t> sums(means.stride());
  for (int by = 0; by < means.height; ++by) {
    const int top = by * divisor;
    const int bottom = std::min(top + divisor, pixels.height);
    std::fill(sums.begin(), sums.end(), 0);
    for (int y = top; y < bottom; ++y) add_row(pixels, y, divisor, sums);
    std::uint8_t* out = means.row(by);
    for (int bx = 0; bx < means.width; ++bx) {
      const int columns = std::min(divisor, pixels.width - bx * divisor);
      const std::uint32_t count = static_cast<std::uint32_t>(columns * (bottom - top));
      for (int c = 0; c < means.channels; ++c, ++out) {
        *out = static_cast<std::uint8_t>(
            (sums[static_cast<std::size_t>(bx * means.channels + c)] + count / 2) / count);
      }
    }
  }
  return means;
}

}  // namespace sohoa
