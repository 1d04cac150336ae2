#pragma once

#include <functional>
#include <qpdf/QPDF.hh>
#include <string>

#include "pipeline/base/bytes.h"
#include "pipeline/package/pdf/pdf_version.h"

namespace sohoa {

/// Hands the document to `take` in pieces: PDF 1.7 with object streams, or PDF 1.4 without (ISO
/// 19005-1, 6.1.4). Streams as they are, an end of line before every `endstream` (6.1.7) and an ID
/// that depends on the content alone. `name` is for messages. Errors: what `take` throws, Error
/// (kOutput).
void write_pdf(QPDF& document, PdfVersion version, const std::string& name,
               const std::function<void(ByteView)>& take);

}  // namespace sohoa
