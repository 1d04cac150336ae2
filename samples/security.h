#pragma once

#include "samples/sheet.h"

namespace sohoa {

/// The printed ground of a certificate: a tint of fine waves inside a double frame with rosettes in
/// its corners.
void draw_guilloche(Sheet& sheet, const Box& area, Colour tint, Colour frame);

}  // namespace sohoa
