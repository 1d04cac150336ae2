#pragma once

#include <vector>

#include "pipeline/recognize/mark_rows.h"

namespace sohoa {

/// The next letter on the line of `letter`, at most `gap_max` px away, with what stands low or high
/// before it: commas, quotes. `rows`: of all letters.
std::vector<int> right_neighbours(const Ink& ink, const MarkRows& rows, int letter, double gap_max);

}  // namespace sohoa
