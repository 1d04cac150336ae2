#pragma once

#include "models/record/page.h"

namespace sohoa::test {

/// A white A4 page of 200 dpi, as cleaning leaves pages.
CleanPage white_page();

/// Millimetres of a page of white_page().
Box in_px(const Box& mm);

void fill(CleanPage& page, const Box& mm);

/// Lines of `width_mm` along the inside of the box.
void draw_frame(CleanPage& page, const Box& mm, double width_mm);

/// From corner to corner.
void draw_cross(CleanPage& page, const Box& mm, double width_mm);

}  // namespace sohoa::test
