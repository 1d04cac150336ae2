#pragma once

#include <vector>

#include "models/record/code.h"
#include "models/record/image.h"

namespace sohoa {

/// The symbols on a page at any angle, from top to bottom; boxes in px of `pixels`. Cheap on pages
/// without any: only areas as dense as a symbol (code_regions.h) are looked into, by ZXing-C++.
/// `dpi` may be wrong or nothing: then small or large symbols may be missed.
std::vector<Code> read_codes(const Image& pixels, Resolution dpi);

}  // namespace sohoa
