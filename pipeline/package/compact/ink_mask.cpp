#include "pipeline/package/compact/ink_mask.h"

#include <algorithm>

#include "pipeline/package/compact/extremes.h"

namespace sohoa {

namespace {

constexpr double kReachInch = 1.0 / 75;  // wider than half a stroke of body text
constexpr int kContrastShare = 4;        // 1 / of the paper's brightness

/// Where a px of the page is darkest around, and the paper under it: what ink is judged by.
class InkSearch {
 public:
  InkSearch(const Image& luma, const Image& paper, const InkFinder& finder)
      : luma_(luma),
        paper_(paper),
        divisor_(finder.divisor),
        darkest_(least_around(luma, std::max(1, static_cast<int>(kReachInch * finder.dpi)))) {}

  /// `is_ink(level, white, darkest)` for every px.
  template <typename IsInk>
  Bilevel find(IsInk is_ink) const {
    Bilevel mask(luma_.width, luma_.height);
    Bytes white(static_cast<std::size_t>(luma_.width));
    for (int y = 0; y < luma_.height; ++y) {
      const std::uint8_t* paper = paper_.row(y / divisor_);
      for (int x = 0; x < luma_.width; ++x) {
        white[static_cast<std::size_t>(x)] = paper[x / divisor_];
      }
      const std::uint8_t* row = luma_.row(y);
      const std::uint8_t* dark = darkest_.row(y);
      std::uint8_t* out = mask.row(y);
      for (int x = 0; x < luma_.width; ++x) {
        const int bit = is_ink(row[x], white[static_cast<std::size_t>(x)], dark[x]) ? 0x80 : 0;
        out[x / 8] |= static_cast<std::uint8_t>(bit >> x % 8);
      }
    }
    return mask;
  }

 private:
  const Image& luma_;
  const Image& paper_;
  int divisor_;
  Image darkest_;
};

}  // namespace

Bilevel find_ink(const Image& luma, const Image& paper, const InkFinder& finder) {
  const InkSearch search(luma, paper, finder);
  const auto stands_out = [](int level, int white, int dark) {
    return 2 * level < white + dark && (white - dark) * kContrastShare >= white;
  };
  const int ink = mean_under(luma, search.find(stands_out));
  return search.find([&](int level, int white, int dark) {
    return stands_out(level, white, dark) && 2 * dark < white + ink;
  });
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
