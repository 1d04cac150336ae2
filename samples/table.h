#pragma once

#include <string>
#include <vector>

#include "samples/typist.h"

namespace sohoa {

/// One row of a ruled table: cells of markup under frames of the given widths (mm), as high as the
/// highest cell. Cells go into the truth from left to right. Returns the y below.
double draw_row(Sheet& sheet, double left, double top, const std::vector<double>& widths,
                const std::vector<std::string>& cells, const Passage& passage,
                Align align = Align::kLeft);

/// Digits in a row of small frames, as forms ask for personal numbers. Returns the x after it.
double draw_boxed_digits(Sheet& sheet, Point corner, const std::string& digits,
                         const Passage& passage, WordInk ink, const std::string& field);

}  // namespace sohoa
