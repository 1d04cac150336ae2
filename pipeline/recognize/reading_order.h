#pragma once

#include <vector>

#include "models/record/page.h"
#include "pipeline/recognize/tables.h"

namespace sohoa {

/// Lines as a person reads them: from the top; of two columns the left one first; tables row by
/// row, cell by cell. A block ends where the distance between its lines grows.
/// `slope` is that of the page's lines.
std::vector<Block> in_reading_order(std::vector<Line> lines, const std::vector<Table>& tables,
                                    double letter_height, double slope);

}  // namespace sohoa
