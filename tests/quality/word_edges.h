#pragma once

#include <span>
#include <vector>

#include "pipeline/base/json.h"

namespace sohoa::test {

/// How far the edges of rightly read words are from those of their ink, in px of 300 dpi; one
/// number a word.
struct WordEdges {
  std::vector<double> ends;   // the worse of left and right
  std::vector<double> sides;  // the worst of all four

  WordEdges& operator+=(const WordEdges& other);
};

inline constexpr double kEdgeErrorMax = 2;  // px of 300 dpi: what selecting text in a viewer needs

/// 0 … 1; 0 for no errors at all.
double share_within(std::span<const double> errors, double bound);

/// The error that `share` of them do not exceed; 0 for none.
double percentile(std::vector<double> errors, double share);

/// Compares the printed words of a page's truth (`sohoa_samples`, px of the scan) with those of a
/// `sohoa.page/1` that say the same, one to one, nearest first, in upright px.
WordEdges edges_of(const Json& page_truth, const Json& read_page);

}  // namespace sohoa::test
