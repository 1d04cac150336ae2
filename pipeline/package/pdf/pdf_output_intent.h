#pragma once

#include "pipeline/package/pdf/pdf_store.h"

namespace sohoa {

/// Says that the document's colours are meant in sRGB (ISO 19005-2, 6.2.3).
void set_output_intent(PdfStore& store);

}  // namespace sohoa
