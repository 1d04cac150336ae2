#pragma once

#include <string>

#include "models/record/page.h"
#include "pipeline/package/pdf/glyphless_font.h"

namespace sohoa {

/// Content stream operators that lay the page's words, invisible, over the scan, with font `/F0`:
/// in reading order, a word where its ink is and as wide as it, a space after every word of a line
/// but the last. Empty when there are no words.
std::string invisible_text(const TextPage& page, const Matrix& upright_to_output,
                           GlyphlessFont& font);

}  // namespace sohoa
