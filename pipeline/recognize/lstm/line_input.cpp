#include "pipeline/recognize/lstm/line_input.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <random>

#include "pipeline/recognize/lstm/kernel.h"
#include "pipeline/recognize/lstm/table_cell.h"

namespace sohoa {

namespace {

constexpr int kActivationMax = 127;
constexpr int kPixelOne = 128;  // 1.0 of a pixel, before it is cut at 127
constexpr int kTaps = 9;
constexpr int kTapsDown = 3;
constexpr std::int64_t kSeedFactor = 0x10000001;

int rounded(float value) {
  return value >= 0 ? static_cast<int>(value + 0.5F) : -static_cast<int>(-value + 0.5F);
}

/// Of 256 grey levels (Tesseract's STATS).
struct Histogram {
  std::array<int, 256> counts{};
  int total = 0;

  void add(int level) {
    ++counts[level];
    ++total;
  }

  // The level under which a share of the values lie, between two levels in proportion.
  double level_at(double share, double when_empty) const {
    if (total == 0) return when_empty;
    const double target = std::clamp(share * total, 1.0, static_cast<double>(total));
    int sum = 0;
    int level = 0;
    for (; level < 256 && sum < target; ++level) sum += counts[level];
    if (level == 0) return 0;
    return level - (sum - target) / counts[level - 1];
  }
};

struct Levels {
  float black = 0;
  float contrast = 1;
};

// Quartiles of the minima and maxima along the line's middle row.
Levels levels_of(const Image& grey) {
  Histogram minima, maxima;
  const std::uint8_t* row = grey.row(grey.height / 2);
  if (grey.width >= 3) {
    int before = row[0], here = row[1];
    for (int x = 1; x + 1 < grey.width; ++x) {
      const int after = row[x + 1];
      if ((here < before && here <= after) || (here <= before && here < after)) minima.add(here);
      if ((here > before && here >= after) || (here >= before && here > after)) maxima.add(here);
      before = here;
      here = after;
    }
  }
  if (minima.total == 0) minima.add(0);
  if (maxima.total == 0) maxima.add(255);
  Levels levels;
  levels.black = static_cast<float>(minima.level_at(0.25, 0));
  const auto white = static_cast<float>(maxima.level_at(0.75, 255));
  levels.contrast = (white - levels.black) / 2;
  if (levels.contrast <= 0) levels.contrast = 1;
  return levels;
}

std::int8_t noise(std::minstd_rand& random) {
  const double drawn = 2.0 * kActivationMax * static_cast<std::int32_t>(random()) / INT32_MAX;
  const double value = drawn - kActivationMax;
  return static_cast<std::int8_t>(value >= 0 ? static_cast<int>(value + 0.5)
                                             : -static_cast<int>(-value + 0.5));
}

/// The taps around a pixel as libtesseract gathers them, in its order.
void gather_taps(const LineInput& input, int x, int y, std::minstd_rand& random,
                 std::array<std::int8_t, kTaps>& taps) {
  for (int tap = 0; tap < kTaps; ++tap) {
    const int tap_x = x + tap / kTapsDown - 1, tap_y = y + tap % kTapsDown - 1;
    const bool inside = tap_x >= 0 && tap_x < input.width && tap_y >= 0 && tap_y < input.height;
    taps[tap] = inside ? input.columns[static_cast<std::size_t>(tap_x) * input.height + tap_y]
                       : noise(random);
  }
}

std::int32_t weighted_sum(const WeightMatrix& matrix, int row,
                          const std::array<std::int8_t, kTaps>& taps) {
  std::int32_t sum = kActivationMax * matrix.biases[row];
  for (int tap = 0; tap < kTaps; ++tap) {
    sum += matrix.weights[static_cast<std::size_t>(row) * kTaps + tap] * taps[tap];
  }
  return sum;
}

}  // namespace

LineInput line_input(const Image& grey) {
  const Levels levels = levels_of(grey);
  std::array<std::int8_t, 256> activation{};
  for (int level = 0; level < 256; ++level) {
    const float value = (static_cast<float>(level) - levels.black) / levels.contrast - 1.0F;
    activation[level] = static_cast<std::int8_t>(
        std::clamp(rounded(kPixelOne * value), -kActivationMax, kActivationMax));
  }
  LineInput input{grey.width, grey.height, {}};
  input.columns.resize(static_cast<std::size_t>(grey.width) * grey.height);
  for (int y = 0; y < grey.height; ++y) {
    const std::uint8_t* row = grey.row(y);
    std::int8_t* out = input.columns.data() + y;
    for (int x = 0; x < grey.width; ++x, out += grey.height) *out = activation[row[x]];
  }
  return input;
}

std::vector<std::int8_t> bordered_columns(const LineInput& input) {
  const int size = column_size(input.height);
  std::vector<std::int8_t> columns(static_cast<std::size_t>(padded((input.width + 2) * size)) +
                                   kPadding);
  std::minstd_rand random;
  for (int x = 0; x < input.width + 2; ++x) {
    std::int8_t* column = columns.data() + static_cast<std::size_t>(x) * size;
    column[0] = noise(random);
    if (x == 0 || x == input.width + 1) {
      for (int y = 1; y <= input.height; ++y) column[y] = noise(random);
    } else {
      const std::int8_t* from =
          input.columns.data() + static_cast<std::size_t>(x - 1) * input.height;
      std::copy(from, from + input.height, column + 1);
    }
    column[input.height + 1] = noise(random);
  }
  return columns;
}

std::vector<std::int8_t> pools_by_table(const LineInput& input, const LineNetwork& network) {
  const WeightMatrix& matrix = network.convolution;
  const int across = input.width / network.pool_width, down = input.height / network.pool_height;
  const int outputs = padded(matrix.rows);
  std::vector<std::int32_t> largest(static_cast<std::size_t>(across) * down * matrix.rows,
                                    INT32_MIN);
  std::minstd_rand random(static_cast<std::uint_fast32_t>(network.sample_iteration * kSeedFactor));
  random();
  std::array<std::int8_t, kTaps> taps{};
  for (int y = 0; y < input.height; ++y) {
    for (int x = 0; x < input.width; ++x) {
      gather_taps(input, x, y, random, taps);
      const int pool_x = x / network.pool_width, pool_y = y / network.pool_height;
      if (pool_x >= across || pool_y >= down) continue;
      std::int32_t* pool =
          largest.data() + (static_cast<std::size_t>(pool_x) * down + pool_y) * matrix.rows;
      for (int row = 0; row < matrix.rows; ++row) {
        pool[row] = std::max(pool[row], weighted_sum(matrix, row, taps));
      }
    }
  }
  std::vector<std::int8_t> pools(static_cast<std::size_t>(across) * down * outputs);
  for (std::size_t pool = 0; pool < static_cast<std::size_t>(across) * down; ++pool) {
    for (int row = 0; row < matrix.rows; ++row) {
      const float sum = static_cast<float>(largest[pool * matrix.rows + row]);
      pools[pool * outputs + row] =
          static_cast<std::int8_t>(rounded(kActivationMax * table_tanh(sum * matrix.scales[row])));
    }
  }
  return pools;
}

}  // namespace sohoa
