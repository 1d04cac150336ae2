#pragma once

#include <cstdint>
#include <vector>

#include "models/record/image.h"
#include "pipeline/recognize/lstm/network.h"

namespace sohoa {

/// A line image as the network takes it: columns from the left, in each px from the top, black
/// near −127 and white near 127, as libtesseract scales them (NetworkIO::Copy2DImage).
struct LineInput {
  int width = 0;
  int height = 0;
  std::vector<std::int8_t> columns;  // width × height
};

LineInput line_input(const Image& grey);

/// Its columns with a border of noise around it, which networks were trained with, in columns of
/// kColumnSize(height) values.
std::vector<std::int8_t> bordered_columns(const LineInput& input);
inline constexpr int column_size(int height) { return height + 4; }

/// Convolution, tanh and pooling as libtesseract does them, bit by bit: it draws a number of its
/// own for each tap that lies outside. Slow. [across][down][padded(rows)].
std::vector<std::int8_t> pools_by_table(const LineInput& input, const LineNetwork& network);

}  // namespace sohoa
