#pragma once

#include <vector>

#include "pipeline/recognize/ink.h"

namespace sohoa {

/// A piece of a text line without a wide gap in it: what is read at once. Clean px.
struct Strip {
  std::vector<int> letters;   // indices into Ink::marks, from left to right
  std::vector<int> marks;     // the letters with their tones, dots and commas, from left to right
  std::vector<int> crossing;  // strokes whose part inside the box is read too; mostly none
  Box box;                    // around its ink
  double letter_height = 0;   // median
  double baseline = 0;        // y at x = 0
  double slope = 0;           // of the baseline, down positive

  double baseline_at(double x) const { return baseline + slope * x; }
};

/// Height of the page's ordinary letters, between x-height and capitals; 0 for a page without any.
double usual_letter_height(const Ink& ink, double dpi);

/// Letters linked to their nearest neighbours on the line (after O'Gorman's docstrum, 1993), and
/// small marks given to the letters they belong to. Marks that reach over two lines are cut.
std::vector<Strip> find_strips(Ink& ink, double letter_height);

/// Slope of the page's lines, down positive: what clean pages still lean, under a degree.
double page_slope(const std::vector<Strip>& strips);

}  // namespace sohoa
