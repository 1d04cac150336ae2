#pragma once

#include <string>

#include "samples/sheet.h"

namespace sohoa {

/// How the bars of a code run.
enum class BarsAlong { kRow, kColumn };

/// A Code 39 barcode (ISO/IEC 16388, wide bars three times the narrow ones) of capitals and digits,
/// start and stop drawn with it, that fills `box`; the code runs along the row, or down the column.
/// Goes into the marks with what it carries. Throws Error (kInput) for other characters.
void draw_code39(Sheet& sheet, const Box& box, const std::string& text, BarsAlong along);

}  // namespace sohoa
