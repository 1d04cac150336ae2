#include "pipeline/package/compact/likeness.h"

#include <algorithm>
#include <vector>

#include "pipeline/package/compact/luma.h"
#include "pipeline/package/compact/reduced.h"

namespace sohoa {

namespace {

// Ink is painted in the mean of all of it, so the cores of bold letters become a little lighter.
constexpr int kTooDarkMin = 32;
constexpr int kTooLightMin = 48;

/// Ink px in each block of one row of blocks.
std::vector<int> ink_counts(const Bilevel& ink, int top, int bottom, int divisor, int across) {
  std::vector<int> counts(static_cast<std::size_t>(across));
  for (int y = top; y < bottom; ++y) {
    const std::uint8_t* bits = ink.row(y);
    for (int x = 0; x < ink.width; ++x) {
      if (bits[x / 8] == 0) {
        x |= 7;
        continue;
      }
      counts[static_cast<std::size_t>(x / divisor)] += bits[x / 8] >> (7 - x % 8) & 1;
    }
  }
  return counts;
}

/// The brightness of the composed page, a px a block.
Image composed(const Layers& layers, int divisor) {
  Image luma = luma_of(layers.background);
  for (int by = 0; by < luma.height; ++by) {
    const int bottom = std::min((by + 1) * divisor, layers.ink.height);
    const std::vector<int> counts =
        ink_counts(layers.ink, by * divisor, bottom, divisor, luma.width);
    for (int bx = 0; bx < luma.width; ++bx) {
      const int columns = std::min(divisor, layers.ink.width - bx * divisor);
      const int all = columns * (bottom - by * divisor);
      const int ink = counts[static_cast<std::size_t>(bx)];
      std::uint8_t& level = luma.row(by)[bx];
      level = static_cast<std::uint8_t>((level * (all - ink) + layers.ink_grey * ink) / all);
    }
  }
  return luma;
}

}  // namespace

Cells unlike_cells(const Image& luma, const Layers& layers, int divisor) {
  const Image page = block_means(luma, 2);
  const Image made = block_means(composed(layers, divisor), 2);
  Cells cells(page.width, page.height);
  for (std::size_t i = 0; i < cells.marked.size(); ++i) {
    const int lighter = made.data[i] - page.data[i];
    cells.marked[i] = lighter > kTooLightMin || -lighter > kTooDarkMin ? 1 : 0;
  }
  return cells;
}

}  // namespace sohoa
