#pragma once

#include <cstdint>
#include <vector>

#include "models/record/image.h"

namespace sohoa {

/// The page in cells of some samples' width and height: the darkest, the lightest and the sum of
/// the samples of each.
struct CellGrid {
  static constexpr int kSamplesAcross = 6;
  static constexpr int kSamplesDown = 4;

  int columns = 0;
  int rows = 0;
  double cell_width = 0;   // px of the image
  double cell_height = 0;  // px
  int samples = 0;         // in each sum
  std::vector<std::uint8_t> darkest, lightest;
  std::vector<std::uint32_t> sum;
};

/// Cells of `width` × `height` px, not less than their samples, which are of the green of colour or
/// of the grey. What is left of the page at its right and lower edge, less than a cell, is not
/// looked at.
CellGrid cell_grid(const Image& pixels, double width, double height);

/// Each cell with its eight neighbours; cells at the edge of the page count for those beyond.
CellGrid with_neighbours(const CellGrid& grid);

}  // namespace sohoa
