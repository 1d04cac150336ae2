#include "pipeline/package/compact/background.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace sohoa {

namespace {

/// Levels and whether each px is known.
struct Partial {
  Image levels;
  Bytes known;  // a px: 0 or 1
};

Bilevel widened(const Bilevel& ink, int fringe) {
  Bilevel wide = ink;
  for (int step = 0; step < fringe; ++step) {
    const Bilevel before = wide;
    const std::size_t stride = wide.stride();
    for (int y = 0; y < wide.height; ++y) {
      const std::uint8_t* middle = before.row(y);
      const std::uint8_t* above = before.row(std::max(y - 1, 0));
      const std::uint8_t* below = before.row(std::min(y + 1, wide.height - 1));
      std::uint8_t* out = wide.row(y);
      for (std::size_t i = 0; i < stride; ++i) {
        unsigned bits = middle[i] | middle[i] << 1 | middle[i] >> 1;
        if (i > 0) bits |= middle[i - 1] << 7;
        if (i + 1 < stride) bits |= middle[i + 1] >> 7;
        out[i] = static_cast<std::uint8_t>(bits | above[i] | below[i]);
      }
    }
  }
  return wide;
}

/// Sums of one row of blocks over the px that are not hidden.
struct BlockRow {
  std::vector<std::uint32_t> sums;    // a channel of a block
  std::vector<std::uint32_t> counts;  // a block

  void add(const Image& pixels, const Bilevel& hidden, int y, int divisor) {
    const std::uint8_t* row = pixels.row(y);
    const std::uint8_t* bits = hidden.row(y);
    const int channels = pixels.channels;
    for (int x = 0; x < pixels.width; ++x, row += channels) {
      const std::uint32_t seen = ~bits[x / 8] >> (7 - x % 8) & 1;
      const std::size_t block = static_cast<std::size_t>(x / divisor);
      counts[block] += seen;
      for (int c = 0; c < channels; ++c) sums[block * channels + c] += seen * row[c];
    }
  }
};

Partial means_of_seen(const Image& pixels, const Bilevel& hidden, const Cells& picture,
                      int divisor) {
  Partial means;
  means.levels = {(pixels.width + divisor - 1) / divisor,
                  (pixels.height + divisor - 1) / divisor,
                  pixels.channels,
                  {}};
  const std::size_t across = static_cast<std::size_t>(means.levels.width);
  means.levels.data.resize(means.levels.stride() * means.levels.height);
  means.known.resize(across * means.levels.height);
  for (int by = 0; by < means.levels.height; ++by) {
    BlockRow row{std::vector<std::uint32_t>(means.levels.stride()),
                 std::vector<std::uint32_t>(across)};
    const int bottom = std::min((by + 1) * divisor, pixels.height);
    for (int y = by * divisor; y < bottom; ++y) row.add(pixels, hidden, y, divisor);
    for (std::size_t i = 0; i < row.sums.size(); ++i) {
      const std::uint32_t count = row.counts[i / pixels.channels];
      const int bx = static_cast<int>(i / pixels.channels);
      if (count == 0 || picture.at(bx / 2, by / 2) != 0) continue;
      means.levels.row(by)[i] = static_cast<std::uint8_t>((row.sums[i] + count / 2) / count);
      means.known[by * across + i / pixels.channels] = 1;
    }
  }
  return means;
}

Partial halved(const Partial& fine) {
  const int channels = fine.levels.channels;
  Partial coarse;
  coarse.levels = {(fine.levels.width + 1) / 2, (fine.levels.height + 1) / 2, channels, {}};
  coarse.levels.data.resize(coarse.levels.stride() * coarse.levels.height);
  coarse.known.resize(coarse.levels.data.size() / channels);
  for (int y = 0; y < coarse.levels.height; ++y) {
    for (int x = 0; x < coarse.levels.width; ++x) {
      int count = 0;
      int sums[3] = {};
      for (int k = 0; k < 4; ++k) {
        const int fx = 2 * x + k % 2, fy = 2 * y + k / 2;
        if (fx >= fine.levels.width || fy >= fine.levels.height) continue;
        if (fine.known[static_cast<std::size_t>(fy) * fine.levels.width + fx] == 0) continue;
        ++count;
        for (int c = 0; c < channels; ++c) sums[c] += fine.levels.row(fy)[fx * channels + c];
      }
      if (count == 0) continue;
      coarse.known[static_cast<std::size_t>(y) * coarse.levels.width + x] = 1;
      for (int c = 0; c < channels; ++c) {
        coarse.levels.row(y)[x * channels + c] = static_cast<std::uint8_t>(sums[c] / count);
      }
    }
  }
  return coarse;
}

// Depth: the binary logarithm of the longer side.
void fill_unknown(Partial& fine) {
  if (std::all_of(fine.known.begin(), fine.known.end(), [](int known) { return known != 0; })) {
    return;
  }
  const int channels = fine.levels.channels;
  if (fine.levels.width == 1 && fine.levels.height == 1) {
    std::fill(fine.levels.data.begin(), fine.levels.data.end(), std::uint8_t{255});
    return;
  }
  Partial coarse = halved(fine);
  fill_unknown(coarse);
  for (int y = 0; y < fine.levels.height; ++y) {
    for (int x = 0; x < fine.levels.width; ++x) {
      if (fine.known[static_cast<std::size_t>(y) * fine.levels.width + x] != 0) continue;
      std::copy_n(coarse.levels.row(y / 2) + x / 2 * channels, channels,
                  fine.levels.row(y) + x * channels);
    }
  }
}

}  // namespace

Image background_of(const Image& pixels, const Bilevel& ink, const Cells& picture,
                    const BackgroundGrid& grid) {
  Partial means = means_of_seen(pixels, widened(ink, grid.fringe), picture, grid.divisor);
  fill_unknown(means);
  return std::move(means.levels);
}

}  // namespace sohoa
