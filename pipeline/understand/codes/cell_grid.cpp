#include "pipeline/understand/codes/cell_grid.h"

#include <algorithm>

namespace sohoa {

namespace {

constexpr int kAcross = CellGrid::kSamplesAcross, kDown = CellGrid::kSamplesDown;

/// A row of cells. Its loops are written for vectors.
struct CellRow {
  explicit CellRow(std::size_t count) : darkest(count), lightest(count), sum(count) { clear(); }

  void clear() {
    std::fill(darkest.begin(), darkest.end(), std::uint8_t{255});
    std::fill(lightest.begin(), lightest.end(), std::uint8_t{0});
    std::fill(sum.begin(), sum.end(), 0U);
  }

  /// A sample of each cell.
  void add(const std::uint8_t* samples, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) darkest[i] = std::min(darkest[i], samples[i]);
    for (std::size_t i = 0; i < count; ++i) lightest[i] = std::max(lightest[i], samples[i]);
    for (std::size_t i = 0; i < count; ++i) sum[i] += samples[i];
  }

  std::vector<std::uint8_t> darkest, lightest;
  std::vector<std::uint32_t> sum;
};

CellGrid empty_grid(int columns, int rows, double cell_width, double cell_height) {
  CellGrid grid{columns, rows, cell_width, cell_height, kAcross * kDown, {}, {}, {}};
  const std::size_t count = static_cast<std::size_t>(columns) * rows;
  grid.darkest.reserve(count);
  grid.lightest.reserve(count);
  grid.sum.reserve(count);
  return grid;
}

void append(CellGrid& grid, const CellRow& row) {
  grid.darkest.insert(grid.darkest.end(), row.darkest.begin(), row.darkest.end());
  grid.lightest.insert(grid.lightest.end(), row.lightest.begin(), row.lightest.end());
  grid.sum.insert(grid.sum.end(), row.sum.begin(), row.sum.end());
}

/// Byte offsets in a row: the first sample of every cell, then the second of every cell, ….
std::vector<std::uint32_t> sample_offsets(const Image& pixels, int columns, double width) {
  const int channel = pixels.channels == 3 ? 1 : 0;
  std::vector<std::uint32_t> offsets;
  offsets.reserve(static_cast<std::size_t>(columns) * kAcross);
  for (int sample = 0; sample < kAcross; ++sample) {
    for (int column = 0; column < columns; ++column) {
      const auto x = static_cast<std::uint32_t>((column + (sample + 0.5) / kAcross) * width);
      offsets.push_back(x * pixels.channels + channel);
    }
  }
  return offsets;
}

}  // namespace

CellGrid cell_grid(const Image& pixels, double width, double height) {
  const int columns = static_cast<int>(pixels.width / width);
  const int rows = static_cast<int>(pixels.height / height);
  if (columns == 0 || rows == 0) return {};
  CellGrid grid = empty_grid(columns, rows, width, height);
  const std::vector<std::uint32_t> offsets = sample_offsets(pixels, columns, width);
  std::vector<std::uint8_t> samples(offsets.size());
  CellRow cells(columns);
  for (int row = 0; row < rows; ++row) {
    cells.clear();
    for (int line = 0; line < kDown; ++line) {
      const std::uint8_t* from =
          pixels.row(static_cast<int>((row + (line + 0.5) / kDown) * height));
      for (std::size_t i = 0; i < offsets.size(); ++i) samples[i] = from[offsets[i]];
      for (int sample = 0; sample < kAcross; ++sample) {
        cells.add(samples.data() + static_cast<std::size_t>(sample) * columns, columns);
      }
    }
    append(grid, cells);
  }
  return grid;
}

CellGrid with_neighbours(const CellGrid& grid) {
  CellGrid wide = empty_grid(grid.columns, grid.rows, grid.cell_width, grid.cell_height);
  wide.samples = 9 * grid.samples;
  CellRow cells(grid.columns);
  const std::size_t last = static_cast<std::size_t>(std::max(grid.columns, 1)) - 1;
  for (int row = 0; row < grid.rows; ++row) {
    cells.clear();
    for (const int y : {std::max(row - 1, 0), row, std::min(row + 1, grid.rows - 1)}) {
      const std::size_t at = static_cast<std::size_t>(y) * grid.columns;
      for (std::size_t i = 0; i <= last; ++i) {
        cells.darkest[i] = std::min(cells.darkest[i], grid.darkest[at + i]);
        cells.lightest[i] = std::max(cells.lightest[i], grid.lightest[at + i]);
        cells.sum[i] += grid.sum[at + i];
      }
    }
    for (std::size_t i = 0; i <= last; ++i) {
      const std::size_t left = i == 0 ? 0 : i - 1, right = std::min(i + 1, last);
      wide.darkest.push_back(
          std::min({cells.darkest[left], cells.darkest[i], cells.darkest[right]}));
      wide.lightest.push_back(
          std::max({cells.lightest[left], cells.lightest[i], cells.lightest[right]}));
      wide.sum.push_back(cells.sum[left] + cells.sum[i] + cells.sum[right]);
    }
  }
  return wide;
}

}  // namespace sohoa
