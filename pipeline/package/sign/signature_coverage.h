#pragma once

#include <string>
#include <vector>

#include "models/record/signature.h"
#include "pipeline/package/sign/byte_range.h"

namespace sohoa {

/// What was changed of the revision that ends at `end`, other than by what may be added to a signed
/// file (revision.h); empty: nothing. Bytes behind it that belong to no revision, and damage that a
/// reader may mend otherwise, are changes.
std::vector<std::string> changes_behind(PdfDocument& document, std::size_t end);

struct Coverage {
  SignatureCoverage kind = SignatureCoverage::kUnknown;
  std::vector<std::string> changes;  // of kChangedSince
};

/// What became of the revision that a signature covers, also by the permissions of a certification
/// (ISO 32000-1, 12.8.2.2).
Coverage coverage_of(const SignatureField& field, const ByteRange& range, PdfDocument& document);

}  // namespace sohoa
