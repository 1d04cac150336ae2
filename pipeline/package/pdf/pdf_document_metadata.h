#pragma once

#include "pipeline/package/pdf/pdf_store.h"
#include "pipeline/package/pdf/xmp.h"

namespace sohoa {

/// Says it of the document: as XMP, and the same in the document information dictionary and /Lang
/// (ISO 32000-1, 14.3).
void set_document_metadata(PdfStore& store, const DocumentMetadata& said);

}  // namespace sohoa
