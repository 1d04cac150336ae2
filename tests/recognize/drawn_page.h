#pragma once

#include <string>

#include "models/record/page.h"

namespace sohoa::test {

/// A blank page of white pixels at 300 dpi, as the cleaner would hand it over.
CleanPage white_page(int width, int height);

/// Where drawn text stands: the ink of the whole string and its baseline.
struct Drawn {
  Box ink;
  double baseline = 0;
};

/// Draws one line of black Liberation Serif with its left edge at `x` and its baseline at
/// `baseline`, in px.
Drawn draw_text(CleanPage& page, const std::string& text, double x, double baseline,
                double size_pt = 13);

/// A line of text as engines take it: kLineHeight px high, with white px around its letters.
Image drawn_line(const std::string& text);

/// Fills a rectangle with black.
void draw_bar(CleanPage& page, const Box& bar);

}  // namespace sohoa::test
