#pragma once

#include "pipeline/package/pdf/pdf_version.h"

namespace sohoa {

enum class OutputType { kPdfA1b, kPdfA2u, kPdfA2b, kPdfA3u, kPdf };

/// What a file of the type says of itself.
struct PdfaClaim {
  int part = 2;            // of ISO 19005
  const char* level = "";  // "B" or "U"; empty: no claim
};

PdfaClaim claim_of(OutputType type);

PdfVersion version_of(OutputType type);

}  // namespace sohoa
