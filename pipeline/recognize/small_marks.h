#pragma once

#include <cstddef>
#include <vector>

#include "pipeline/recognize/strips.h"

namespace sohoa {

/// Gives tones, dots, commas and dashes to the strips they belong to, nearest first: a tone goes to
/// the hat under it, not to the tail of the line above. Marks that belong nowhere stay out.
void give_small_marks(const Ink& ink, const std::vector<int>& small, double letter_height,
                      std::vector<Strip>& strips);

/// Of more than kSmallMarksMax marks, which is noise, the smallest go.
void keep_largest(const Ink& ink, std::vector<int>& small);

inline constexpr std::size_t kSmallMarksMax = 60'000;  // a full page of small print has 10,000

}  // namespace sohoa
