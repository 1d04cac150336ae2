#include "pipeline/clean/gain.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

namespace sohoa {

namespace {

// Sixteen bits hold every product's upper half, so that compilers take eight pixels at a time.
using Gain = std::int16_t;
constexpr int kGainBits = 12;
constexpr int kOne = 1 << kGainBits;
constexpr int kGainMax = 0x7FFF;  // almost 8; paper that is darker than 32 is none
// A pixel is shifted, so that the upper half of the product has some bits of fraction.
constexpr int kGreyBits = 7;
constexpr int kProductBits = kGainBits + kGreyBits - 16;

/// How far a pixel of a block lies from the block's middle, and the neighbour on that side.
struct Phase {
  int side = 0;     // −1, 0 or 1
  Gain weight = 0;  // of the neighbour, in 1/65536: never more than half
};

constexpr Phase phase_of(int offset, int divisor) {
  const int doubled = 2 * offset + 1 - divisor;  // from the middle, in half pixels
  const int weight = (doubled < 0 ? -doubled : doubled) * 65536 / (2 * divisor);
  return {doubled < 0 ? -1 : doubled > 0 ? 1 : 0, static_cast<Gain>(weight)};
}

Gain between(Gain near, Gain other, Gain weight) {
  const auto step = static_cast<Gain>(other - near);
  return static_cast<Gain>(near + static_cast<Gain>((step * weight) >> 16));
}

std::array<Gain, 256> gains_of_paper() {
  std::array<Gain, 256> gains;
  for (int paper = 0; paper < 256; ++paper) {
    const int value = std::max(paper, 1);
    gains[paper] = static_cast<Gain>(std::min(kGainMax, (255 * kOne + value / 2) / value));
  }
  return gains;
}

/// The gain of a row of blocks, for each pixel across.
struct GainRow {
  std::vector<Gain> gains;
  bool is_one = true;
};

// From the gains of blocks; with a divisor that compilers know (not 0) several times as fast.
template <int kDivisor>
void interpolate(const Gain* near, int divisor, std::vector<Gain>& gains) {
  const int step = kDivisor > 0 ? kDivisor : divisor;
  Gain* end = gains.data() + gains.size();
  for (Gain* gain = gains.data(); gain != end; gain += step, ++near) {
    for (int offset = 0; offset < step; ++offset) {
      const Phase phase = phase_of(offset, step);
      gain[offset] = between(near[0], near[phase.side], phase.weight);
    }
  }
}

// `paper`: a row of blocks, `width`: of the page.
GainRow spread(const std::uint8_t* paper, int blocks, int divisor, int width) {
  static const std::array<Gain, 256> gain_of = gains_of_paper();
  // With the outer ones twice, for pixels beyond their middles and columns that fill no block.
  std::vector<Gain> of_block(static_cast<std::size_t>(blocks) + 3);
  GainRow row;
  for (int i = -1; i < blocks + 2; ++i) {
    const Gain gain = gain_of[paper[std::clamp(i, 0, blocks - 1)]];
    of_block[i + 1] = gain;
    row.is_one = row.is_one && gain == kOne;
  }
  const int whole_blocks = (width + divisor - 1) / divisor;
  row.gains.resize(static_cast<std::size_t>(whole_blocks) * divisor);
  if (row.is_one) {
    std::fill(row.gains.begin(), row.gains.end(), Gain{kOne});
    return row;
  }
  const Gain* first = of_block.data() + 1;
  if (divisor == 3) {
    interpolate<3>(first, 3, row.gains);
  } else if (divisor == 4) {
    interpolate<4>(first, 4, row.gains);
  } else {
    interpolate<0>(first, divisor, row.gains);
  }
  return row;
}

// In two loops, because compilers that see the shift beside the product take it for one of 32 bits.
void multiply(std::uint8_t* grey, const Gain* near, const Gain* other, Gain weight,
              std::vector<std::int16_t>& shifted) {
  constexpr int kHalf = 1 << (kProductBits - 1);
  const std::int16_t* wide = shifted.data();
  const int width = static_cast<int>(shifted.size());
  for (int x = 0; x < width; ++x) shifted[x] = static_cast<std::int16_t>(grey[x] << kGreyBits);
  for (int x = 0; x < width; ++x) {
    const Gain gain = between(near[x], other[x], weight);
    const auto product = static_cast<std::int16_t>((wide[x] * gain) >> 16);
    const auto rounded = static_cast<std::int16_t>((product + kHalf) >> kProductBits);
    grey[x] = static_cast<std::uint8_t>(std::min<std::int16_t>(rounded, 255));
  }
}

}  // namespace

bool brighten(cv::Mat& grey, const cv::Mat& paper, int divisor) {
  const auto spread_row = [&](int row) {
    return spread(paper.ptr<std::uint8_t>(row), paper.cols, divisor, grey.cols);
  };
  std::vector<std::int16_t> shifted(static_cast<std::size_t>(grey.cols));
  bool changed = false;
  // The rows of blocks above, at and below the pixels.
  GainRow rows[] = {{}, spread_row(0), spread_row(std::min(1, paper.rows - 1))};
  rows[0] = rows[1];
  for (int y = 0; y < grey.rows; ++y) {
    if (y > 0 && y % divisor == 0) {
      const int below = y / divisor + 1;
      std::swap(rows[0], rows[1]);
      std::swap(rows[1], rows[2]);
      rows[2] = below < paper.rows ? spread_row(below) : rows[1];
    }
    const Phase phase = phase_of(y % divisor, divisor);
    const GainRow& near = rows[1];
    const GainRow& other = rows[1 + phase.side];
    if (near.is_one && other.is_one) continue;
    changed = true;
    multiply(grey.ptr<std::uint8_t>(y), near.gains.data(), other.gains.data(), phase.weight,
             shifted);
  }
  return changed;
}

}  // namespace sohoa
