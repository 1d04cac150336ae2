#pragma once

#include <vector>

#include "models/record/page.h"

namespace sohoa {

/// Pieces of lines that stand on one level, from left to right.
struct Row {
  Box box;
  std::vector<Line> lines;
};

/// Rows from the top down. `slope` is that of the page's lines, down positive.
std::vector<Row> group_into_rows(std::vector<Line> lines, double slope);

/// The pieces of a row as one line.
Line joined_line(Row row);

}  // namespace sohoa
