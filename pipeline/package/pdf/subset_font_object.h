#pragma once

#include <qpdf/QPDFObjectHandle.hh>

#include "pipeline/package/pdf/pdf_store.h"
#include "pipeline/package/pdf/subset_font.h"

namespace sohoa {

/// The font as a Type0 dictionary with all it refers to (ISO 32000-1, 9.7), for PDF 1.7.
QPDFObjectHandle font_dictionary(PdfStore& store, const SubsetFont& font);

}  // namespace sohoa
