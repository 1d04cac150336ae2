#pragma once

#include "samples/sheet.h"
#include "samples/world.h"

namespace sohoa {

/// A framed four-cornered plot with its side lengths, north up.
void draw_plan(Sheet& sheet, const Parcel& parcel, const Box& area);

}  // namespace sohoa
