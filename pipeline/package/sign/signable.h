#pragma once

#include "pipeline/package/sign/pdf_document.h"

namespace sohoa {

/// Throws Error (kInput) for a document that no signature can be appended to: encrypted, damaged,
/// without a page, with an empty signature that waits, or certified by its author against every
/// change (DocMDP 1).
void require_signable(PdfDocument& document);

}  // namespace sohoa
