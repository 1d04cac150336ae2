#include "pipeline/understand/codes/cell_grid.h"

#include <algorithm>

namespace sohoa {

namespace {

constexpr int kSide = CellGrid::kSamplesPerCell;

/// Byte offsets in a row of the samples of all cells.
std::vector<std::size_t> sample_offsets(const Image& pixels, int count, double step) {
  const int channel = pixels.channels == 3 ? 1 : 0;
  std::vector<std::size_t> offsets(count);
  for (int i = 0; i < count; ++i) {
    offsets[i] = static_cast<std::size_t>((i + 0.5) * step) * pixels.channels + channel;
  }
  return offsets;
}

/// The samples of a row of cells, each column of samples put together.
struct Columns {
  explicit Columns(std::size_t count)
      : samples(count), darkest(count), lightest(count), sum(count) {}

  void clear() {
    std::fill(darkest.begin(), darkest.end(), std::uint8_t{255});
    std::fill(lightest.begin(), lightest.end(), std::uint8_t{0});
    std::fill(sum.begin(), sum.end(), std::uint16_t{0});
  }

  void add(const std::uint8_t* row, const std::vector<std::size_t>& offsets) {
    const std::size_t count = offsets.size();
    for (std::size_t i = 0; i < count; ++i) samples[i] = row[offsets[i]];
    for (std::size_t i = 0; i < count; ++i) darkest[i] = std::min(darkest[i], samples[i]);
    for (std::size_t i = 0; i < count; ++i) lightest[i] = std::max(lightest[i], samples[i]);
    for (std::size_t i = 0; i < count; ++i)
      sum[i] = static_cast<std::uint16_t>(sum[i] + samples[i]);
  }

  std::vector<std::uint8_t> samples, darkest, lightest;
  std::vector<std::uint16_t> sum;
};

void put_row(CellGrid& grid, int row, const Columns& columns) {
  for (int column = 0; column < grid.columns; ++column) {
    const std::size_t cell = grid.at(column, row), first = static_cast<std::size_t>(column) * kSide;
    grid.darkest[cell] =
        *std::min_element(&columns.darkest[first], &columns.darkest[first] + kSide);
    grid.lightest[cell] =
        *std::max_element(&columns.lightest[first], &columns.lightest[first] + kSide);
    int sum = 0;
    for (std::size_t i = first; i < first + kSide; ++i) sum += columns.sum[i];
    grid.sum[cell] = static_cast<std::uint16_t>(sum);
  }
}

}  // namespace

CellGrid cell_grid(const Image& pixels, double step_x, double step_y) {
  CellGrid grid;
  grid.cell_width = kSide * step_x;
  grid.cell_height = kSide * step_y;
  grid.columns = static_cast<int>(pixels.width / grid.cell_width);
  grid.rows = static_cast<int>(pixels.height / grid.cell_height);
  if (grid.columns == 0 || grid.rows == 0) return {};
  const std::size_t count = static_cast<std::size_t>(grid.columns) * grid.rows;
  grid.darkest.resize(count);
  grid.lightest.resize(count);
  grid.sum.resize(count);
  const std::vector<std::size_t> offsets = sample_offsets(pixels, grid.columns * kSide, step_x);
  Columns columns(offsets.size());
  for (int row = 0; row < grid.rows; ++row) {
    columns.clear();
    for (int i = 0; i < kSide; ++i) {
      columns.add(pixels.row(static_cast<int>((row * kSide + i + 0.5) * step_y)), offsets);
    }
    put_row(grid, row, columns);
  }
  return grid;
}

}  // namespace sohoa
