#pragma once

#include <string>

#include "models/record/code.h"
#include "models/record/image.h"

namespace sohoa::test {

/// A symbol on a sheet: its middle and size in mm, and how it is turned, clockwise.
struct DrawnSymbol {
  CodeKind kind = CodeKind::kQr;  // kQr, kCode39, kCode128 …
  std::string text;
  Point middle;
  double width = 0;
  double height = 0;
  double degrees = 0;
};

/// White paper of so many mm.
Image white_sheet(double width_mm, double height_mm, double dpi);

/// Draws it as a good printer and scanner would, with grey edges.
void draw(Image& sheet, double dpi, const DrawnSymbol& symbol);

}  // namespace sohoa::test
