#include "pipeline/package/compact/ink_mask.h"

#include <algorithm>

#include "pipeline/package/compact/extremes.h"

namespace sohoa {

namespace {

constexpr double kReachInch = 1.0 / 75;  // wider than half a stroke of body text
constexpr int kContrastShare = 4;        // 1 / of the paper's brightness

}  // namespace

Bilevel find_ink(const Image& luma, const Image& paper, const InkFinder& finder) {
  const int reach = std::max(1, static_cast<int>(kReachInch * finder.dpi));
  const Image darkest = least_around(luma, reach);
  Bilevel mask(luma.width, luma.height);
  Bytes paper_row(static_cast<std::size_t>(luma.width));
  for (int y = 0; y < luma.height; ++y) {
    const std::uint8_t* paper_from = paper.row(y / finder.divisor);
    for (int x = 0; x < luma.width; ++x) {
      paper_row[static_cast<std::size_t>(x)] = paper_from[x / finder.divisor];
    }
    const std::uint8_t* row = luma.row(y);
    const std::uint8_t* dark = darkest.row(y);
    std::uint8_t* out = mask.row(y);
    for (int x = 0; x < luma.width; ++x) {
      const int white = paper_row[static_cast<std::size_t>(x)];
      const bool is_ink =
          2 * row[x] < white + dark[x] && (white - dark[x]) * kContrastShare >= white;
      out[x / 8] |= static_cast<std::uint8_t>((is_ink ? 0x80 : 0) >> x % 8);
    }
  }
  return mask;
}

int mean_under(const Image& luma, const Bilevel& mask) {
  std::uint64_t sum = 0, count = 0;
  for (int y = 0; y < luma.height; ++y) {
    const std::uint8_t* bits = mask.row(y);
    const std::uint8_t* row = luma.row(y);
    for (int x = 0; x < luma.width; ++x) {
      const std::uint64_t is_ink = bits[x / 8] >> (7 - x % 8) & 1;
      sum += is_ink * row[x];
      count += is_ink;
    }
  }
  return count == 0 ? 0 : static_cast<int>((sum + count / 2) / count);
}

void clear(const Cells& cells, int side, Bilevel& mask) {
  for (int y = 0; y < mask.height; ++y) {
    std::uint8_t* bits = mask.row(y);
    for (int x = 0; x < mask.width; ++x) {
      if (cells.at(x / side, y / side) == 0) continue;
      bits[x / 8] &= static_cast<std::uint8_t>(~(0x80 >> x % 8));
    }
  }
}

}  // namespace sohoa
