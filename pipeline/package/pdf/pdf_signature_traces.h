#pragma once

#include <vector>

#include "pipeline/package/pdf/pdf_bytes.h"

namespace sohoa {

/// Where the bytes of a PDF have what looks like a signature's byte range that fits the file: the
/// offset of its gap. Found whether or not the document still refers to it. Reads all of it once.
std::vector<long long> signature_traces(const PdfBytes& pdf);

}  // namespace sohoa
