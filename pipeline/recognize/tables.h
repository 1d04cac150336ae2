#pragma once

#include <vector>

#include "pipeline/recognize/ink.h"

namespace sohoa {

/// A ruled grid. Clean px.
struct Table {
  Box box;
  std::vector<double> rules;  // y at x = 0 of its horizontal rules, from the top; three at least
};

/// Grids whose rules touch each other, from the top of the page. `slope` is that of the page's
/// lines.
std::vector<Table> find_tables(const Ink& ink, double letter_height, double slope);

}  // namespace sohoa
