#pragma once

#include <qpdf/QPDFObjectHandle.hh>
#include <string>

#include "pipeline/base/bytes.h"
#include "pipeline/package/pdf_attachment.h"
#include "pipeline/package/pdf_store.h"

namespace sohoa {

/// The file specification of an attachment with the deflated file: data that supplement what the
/// pages show, associated with the document (ISO 19005-3, 6.8).
QPDFObjectHandle attached_file(PdfStore& store, const PdfAttachment& attachment, ByteView bytes);

/// Puts the specification among the document's files and associated files.
void attach_to_document(PdfStore& store, const std::string& name,
                        const QPDFObjectHandle& specification);

}  // namespace sohoa
