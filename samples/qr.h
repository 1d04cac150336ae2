#pragma once

#include <string>

#include "samples/sheet.h"

namespace sohoa {

/// A QR code (ISO/IEC 18004, level M, bytes of UTF-8) of `size_mm` with its quiet zone; goes into
/// the marks with what it carries.
void draw_qr(Sheet& sheet, Point corner, double size_mm, const std::string& text);

}  // namespace sohoa
