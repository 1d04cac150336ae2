#include "pipeline/package/compact/trellis.h"

#include <bit>
#include <cstdlib>
#include <limits>

namespace sohoa {

namespace {

constexpr int kZigzag[64] = {0,  1,  8,  16, 9,  2,  3,  10, 17, 24, 32, 25, 18, 11, 4,  5,
                             12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6,  7,  14, 21, 28,
                             35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51,
                             58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63};

// A bit is worth this much squared error, in steps.
constexpr double kBitWorth = 0.1;
constexpr int kEndBits = 4;

// Close to the lengths in table K.5 of ITU-T T.81: long runs and large values are rare.
int bits_of(int zeros, int value) {
  const int size = std::bit_width(static_cast<unsigned>(std::abs(value)));
  const int long_runs = zeros / 16;
  const int run = zeros % 16;
  const int code = size == 1 ? 2 + run : size + 1 + 2 * run;
  return long_runs * 11 + (code < 16 ? code : 16) + size;
}

/// The best way to code a block up to one nonzero coefficient.
struct Path {
  double cost = std::numeric_limits<double>::infinity();
  int value = 0;
  int before = 0;  // position in zigzag order of the nonzero coefficient before, 0 for none
};

int rounded(int value, int step) {
  const int half = step / 2;
  return value >= 0 ? (value + half) / step : -((-value + half) / step);
}

/// Finds the shortest path of one block.
class BlockTrellis {
 public:
  BlockTrellis(const DctBlock& exact, const DctSteps& steps) : exact_(exact), steps_(steps) {
    paths_[0].cost = 0;
    for (int i = 1; i < 64; ++i) error_of_zeros_[i] = error_of_zeros_[i - 1] + error(i, 0);
  }

  DctBlock quantized() {
    int last = 0;
    double least = end_cost(0);
    for (int i = 1; i < 64; ++i) {
      find_path(i);
      if (end_cost(i) >= least) continue;
      least = end_cost(i);
      last = i;
    }
    DctBlock values{};
    values[0] = static_cast<std::int16_t>(rounded(exact_[0], steps_[0]));
    for (int i = last; i > 0; i = paths_[i].before) {
      values[kZigzag[i]] = static_cast<std::int16_t>(paths_[i].value);
    }
    return values;
  }

 private:
  double error(int i, int value) const {
    const double step = steps_[kZigzag[i]];
    const double off = exact_[kZigzag[i]] / step - value;
    return off * off;
  }

  double end_cost(int last) const {
    return paths_[last].cost + error_of_zeros_[63] - error_of_zeros_[last] +
           (last < 63 ? kEndBits * kBitWorth : 0);
  }

  void find_path(int i) {
    const int nearest = rounded(exact_[kZigzag[i]], steps_[kZigzag[i]]);
    if (nearest == 0) return;
    const int towards_zero = nearest > 0 ? nearest - 1 : nearest + 1;
    for (const int value : {nearest, towards_zero}) {
      if (value == 0) continue;
      for (int before = 0; before < i; ++before) {
        const double cost = paths_[before].cost + error_of_zeros_[i - 1] - error_of_zeros_[before] +
                            error(i, value) + kBitWorth * bits_of(i - before - 1, value);
        if (cost < paths_[i].cost) paths_[i] = {cost, value, before};
      }
    }
  }

  const DctBlock& exact_;
  const DctSteps& steps_;
  std::array<Path, 64> paths_;
  std::array<double, 64> error_of_zeros_{};
};

}  // namespace

DctBlock trellis_quantized(const DctBlock& exact, const DctSteps& steps) {
  return BlockTrellis(exact, steps).quantized();
}

}  // namespace sohoa
