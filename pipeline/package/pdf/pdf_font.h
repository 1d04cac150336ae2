#pragma once

#include <qpdf/QPDFObjectHandle.hh>

#include "pipeline/package/pdf/glyphless_font.h"
#include "pipeline/package/pdf/pdf_store.h"

namespace sohoa {

/// The font as a Type0 dictionary with all it refers to (ISO 32000-1, 9.7), for codes of two bytes.
QPDFObjectHandle font_dictionary(PdfStore& store, const GlyphlessFont& font);

}  // namespace sohoa
