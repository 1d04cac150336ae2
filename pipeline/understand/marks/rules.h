#pragma once

#include <vector>

#include "pipeline/understand/marks/ink_map.h"

namespace sohoa {

/// Runs of `length` px or more along rows, each a box one px high; ordered by y, then x.
std::vector<Box> level_runs(const InkMap& ink, int length);

/// Erases what runs on for `length` px or more along a row or a column: rules, frames of tables,
/// dark edges. Strokes that cross one are cut, and no longer hang together by it.
void erase_rules(InkMap& ink, int length);

}  // namespace sohoa
