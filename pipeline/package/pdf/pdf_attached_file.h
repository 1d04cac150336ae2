#pragma once

#include "pipeline/base/bytes.h"
#include "pipeline/package/pdf/pdf_attachment.h"
#include "pipeline/package/pdf/pdf_store.h"

namespace sohoa {

/// Puts a file, deflated, among the document's: data that supplement what the pages show,
/// associated with the document (ISO 19005-3, 6.8).
void attach_file(PdfStore& store, const PdfAttachment& attachment, ByteView bytes);

}  // namespace sohoa
