#include "pipeline/understand/codes/code_regions.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numbers>

#include "pipeline/understand/codes/cell_grid.h"

namespace sohoa {

namespace {

constexpr double kCell_mm = 1.5;
constexpr double kMmPerInch = 25.4;
constexpr double kDpiMin = 72, kDpiMax = 2400;
constexpr int kContrastMin = 50;                  // grey levels, of ink and paper in a window
constexpr double kInkMin = 0.30, kInkMax = 0.78;  // share of a window between paper and ink
constexpr int kOpening = 1;            // cells on each side of a dense one that must be dense too
constexpr int kFringe = 1 + kOpening;  // cells around what is left: those, and their windows'
constexpr int kReach = 4;             // cells; one that wear has spoilt parts what is left by three
constexpr std::size_t kCellsMin = 5;  // of what is left; a symbol of 8 mm has them

/// A yes or no for each cell.
struct Mask {
  int columns = 0;
  int rows = 0;
  std::vector<std::uint8_t> set;

  bool at(int column, int row) const {
    return column >= 0 && row >= 0 && column < columns && row < rows &&
           set[static_cast<std::size_t>(row) * columns + column] != 0;
  }
};

Mask dense_cells(const CellGrid& windows) {
  Mask mask{windows.columns, windows.rows, {}};
  mask.set.reserve(windows.sum.size());
  for (std::size_t cell = 0; cell < windows.sum.size(); ++cell) {
    const int darkest = windows.darkest[cell], lightest = windows.lightest[cell];
    const int contrast = lightest - darkest;
    const double mean = static_cast<double>(windows.sum[cell]) / windows.samples;
    const double ink = contrast == 0 ? 0 : (lightest - mean) / contrast;
    mask.set.push_back(contrast >= kContrastMin && ink >= kInkMin && ink <= kInkMax ? 1 : 0);
  }
  return mask;
}

Mask eroded(const Mask& mask) {
  Mask result{mask.columns, mask.rows, std::vector<std::uint8_t>(mask.set.size())};
  for (int row = 0; row < mask.rows; ++row) {
    for (int column = 0; column < mask.columns; ++column) {
      bool all = mask.at(column, row);
      for (int y = row - kOpening; all && y <= row + kOpening; ++y) {
        for (int x = column - kOpening; all && x <= column + kOpening; ++x) all = mask.at(x, y);
      }
      result.set[static_cast<std::size_t>(row) * mask.columns + column] = all ? 1 : 0;
    }
  }
  return result;
}

struct Cell {
  int column = 0;
  int row = 0;
};

/// Takes the cells that hang together with `first` out of the mask.
std::vector<Cell> take_component(Mask& mask, Cell first) {
  std::vector<Cell> cells;
  const auto take = [&](int column, int row) {
    if (!mask.at(column, row)) return;
    mask.set[static_cast<std::size_t>(row) * mask.columns + column] = 0;
    cells.push_back({column, row});
  };
  take(first.column, first.row);
  for (std::size_t next = 0; next < cells.size(); ++next) {
    const Cell cell = cells[next];
    for (int y = cell.row - kReach; y <= cell.row + kReach; ++y) {
      for (int x = cell.column - kReach; x <= cell.column + kReach; ++x) take(x, y);
    }
  }
  return cells;
}

/// Where the cells lie along a direction: least and largest, and their middle.
struct Extent {
  double least = 0;
  double largest = 0;

  double middle() const { return (least + largest) / 2; }
  double size() const { return largest - least; }
};

Extent extent_along(const std::vector<Cell>& cells, double radians) {
  const double cosine = std::cos(radians), sine = std::sin(radians);
  Extent extent{1e9, -1e9};
  for (const Cell& cell : cells) {
    const double along = (cell.column + 0.5) * cosine + (cell.row + 0.5) * sine;
    extent.least = std::min(extent.least, along);
    extent.largest = std::max(extent.largest, along);
  }
  return {extent.least - 0.5 - kFringe, extent.largest + 0.5 + kFringe};
}

/// Of the axis along which the cells are strewn most: from their second moments.
double long_axis(const std::vector<Cell>& cells) {
  double x = 0, y = 0, xx = 0, xy = 0, yy = 0;
  for (const Cell& cell : cells) {
    x += cell.column;
    y += cell.row;
    xx += static_cast<double>(cell.column) * cell.column;
    xy += static_cast<double>(cell.column) * cell.row;
    yy += static_cast<double>(cell.row) * cell.row;
  }
  const double count = static_cast<double>(cells.size());
  return std::atan2(2 * (xy - x * y / count), xx - x * x / count - yy + y * y / count) / 2;
}

CodeRegion region_of(const std::vector<Cell>& cells, const CellGrid& grid, double cell_mm) {
  const Extent across = extent_along(cells, 0), down = extent_along(cells, std::numbers::pi / 2);
  const double axis = long_axis(cells);
  const Extent along = extent_along(cells, axis);
  const Extent beside = extent_along(cells, axis + std::numbers::pi / 2);
  CodeRegion region;
  region.box = {across.least * grid.cell_width, down.least * grid.cell_height,
                across.largest * grid.cell_width, down.largest * grid.cell_height};
  const double x = along.middle() * std::cos(axis) - beside.middle() * std::sin(axis);
  const double y = along.middle() * std::sin(axis) + beside.middle() * std::cos(axis);
  region.centre = {x * grid.cell_width, y * grid.cell_height};
  region.length = along.size() * cell_mm;
  region.breadth = beside.size() * cell_mm;
  region.degrees = axis * 180 / std::numbers::pi;
  return region;
}

}  // namespace

std::vector<CodeRegion> code_regions(const Image& pixels, Resolution dpi) {
  dpi = credible(dpi);
  const auto side_px = [](double per_inch) {
    return std::max<double>(CellGrid::kSamplesAcross, kCell_mm / kMmPerInch * per_inch);
  };
  const CellGrid grid = cell_grid(pixels, side_px(dpi.x), side_px(dpi.y));
  const double cell_mm = grid.cell_width / dpi.x * kMmPerInch;
  Mask left = eroded(dense_cells(with_neighbours(grid)));
  std::vector<CodeRegion> regions;
  for (int row = 0; row < left.rows; ++row) {
    for (int column = 0; column < left.columns; ++column) {
      if (!left.at(column, row)) continue;
      const std::vector<Cell> cells = take_component(left, {column, row});
      if (cells.size() >= kCellsMin) regions.push_back(region_of(cells, grid, cell_mm));
    }
  }
  std::stable_sort(regions.begin(), regions.end(), [](const CodeRegion& a, const CodeRegion& b) {
    return a.length * a.breadth > b.length * b.breadth;
  });
  if (regions.size() > kCodeRegionsMax) regions.resize(kCodeRegionsMax);
  return regions;
}

Resolution credible(Resolution dpi) {
  const auto within = [](double value) {
    return std::isfinite(value) ? std::clamp(value, kDpiMin, kDpiMax) : kDpiMin;
  };
  return {within(dpi.x), within(dpi.y)};
}

}  // namespace sohoa
