#pragma once

#include <vector>

#include "pipeline/understand/marks/ink_parts.h"

namespace sohoa {

/// A place that a clerk fills by pen or prints: the number in "Số: …/QĐ-UBND", the day and the
/// month in "ngày … tháng … năm". Clean px.
struct Slot {
  Box box;                      // around its ink
  std::vector<InkPart> digits;  // its ink that is as high as a digit
  double x_height = 0;          // of its line
};

/// Those with ink in them. The ink is looked for between the printed words, because the reader may
/// have dropped it or read it as part of them.
std::vector<Slot> find_slots(const CleanPage& clean, const TextPage& text, const InkMap& ink);

}  // namespace sohoa
