#pragma once

#include "samples/sheet.h"

namespace sohoa {

/// A photograph of nobody: shoulders and a head on blue; goes into the marks.
void draw_portrait(Sheet& sheet, const Box& box);

}  // namespace sohoa
