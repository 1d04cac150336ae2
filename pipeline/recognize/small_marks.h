#pragma once

#include <vector>

#include "pipeline/recognize/strips.h"

namespace sohoa {

/// Gives tones, dots, commas and dashes to the strips they belong to, nearest first: a tone goes to
/// the hat under it, not to the tail of the line above. Marks that belong nowhere stay out.
void give_small_marks(const Ink& ink, const std::vector<int>& small, double letter_height,
                      std::vector<Strip>& strips);

}  // namespace sohoa
