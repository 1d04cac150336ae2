#include "pipeline/package/pdf/pdf_claim.h"

namespace sohoa {

PdfaClaim claim_of(OutputType type) {
  switch (type) {
    case OutputType::kPdfA1b:
      return {1, "B"};
    case OutputType::kPdfA2b:
      return {2, "B"};
    case OutputType::kPdfA2u:
      return {2, "U"};
    case OutputType::kPdfA3u:
      return {3, "U"};
    case OutputType::kPdf:
      break;
  }
  return {};
}

PdfVersion version_of(OutputType type) {
  return type == OutputType::kPdfA1b ? PdfVersion::k14 : PdfVersion::k17;
}

}  // namespace sohoa
