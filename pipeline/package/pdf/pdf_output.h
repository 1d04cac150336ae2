#pragma once

#include <functional>
#include <qpdf/QPDF.hh>
#include <string>

#include "pipeline/base/bytes.h"

namespace sohoa {

/// Hands the document to `take` in pieces, as PDF 1.7 with object streams, streams as they are, an
/// end of line before every `endstream` (ISO 19005-2, 6.1.7.1) and an ID that depends on the
/// content alone. `name` is for messages. Errors: what `take` throws, Error (kOutput).
void write_pdf(QPDF& document, const std::string& name, const std::function<void(ByteView)>& take);

}  // namespace sohoa
