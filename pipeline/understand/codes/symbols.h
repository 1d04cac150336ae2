#pragma once

#include <array>
#include <string>
#include <vector>

#include "models/record/code.h"
#include "models/record/image.h"

namespace sohoa {

/// A symbol in a picture.
struct Symbol {
  CodeKind kind = CodeKind::kQr;
  std::string text;              // UTF-8
  std::array<Point, 4> corners;  // px; of a barcode the line that was read
};

/// What ZXing-C++ finds in a grey picture, in turns of 90° too, with all its patience. Text that
/// names no encoding and is UTF-8 is taken for it.
std::vector<Symbol> symbols_in(const Image& grey);

}  // namespace sohoa
