#pragma once

#include <filesystem>
#include <qpdf/QPDF.hh>

namespace sohoa {

/// Writes the document as PDF 1.7 with object streams, streams as they are, an end of line before
/// every `endstream` (ISO 19005-2, 6.1.7.1) and an ID that depends on the content alone.
/// Truncates what is at `path`; no fsync. Errors: Error (kOutput).
void write_pdf(QPDF& document, const std::filesystem::path& path);

}  // namespace sohoa
