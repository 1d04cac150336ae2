#pragma once

#include <cstdint>
#include <vector>

#include "models/record/image.h"

namespace sohoa {

/// The page in cells of some samples' width and height: the darkest, the lightest and the sum of
/// the samples of each.
struct CellGrid {
  static constexpr int kSamplesPerCell = 6;  // along each side

  int columns = 0;
  int rows = 0;
  double cell_width = 0;   // px of the image
  double cell_height = 0;  // px
  std::vector<std::uint8_t> darkest, lightest;
  std::vector<std::uint16_t> sum;  // of kSamplesPerCell² samples

  std::size_t at(int column, int row) const {
    return static_cast<std::size_t>(row) * columns + column;
  }
};

/// Samples every `step_x` × `step_y` px (at least 1) of the green of colour or of the grey. What is
/// left of the page at its right and lower edge, less than a cell, is not looked at.
CellGrid cell_grid(const Image& pixels, double step_x, double step_y);

}  // namespace sohoa
