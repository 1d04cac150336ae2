#pragma once

#include <string>
#include <vector>

#include "pipeline/package/sign/pdf_document.h"

namespace sohoa {

/// What an incremental update changed of a signed revision, one reason each, other than what may be
/// added without touching what was signed (ISO 32000-1, 12.8.2.2.2): signatures with their fields,
/// widgets and appearances, and the proofs that belong to them (/DSS). A widget that is added must
/// be that of a signed field of the form, so that verification tells of it. Objects are compared
/// one by one; also looked for are objects that the revision refers to but does not have (a shadow
/// attack). Empty: nothing.
std::vector<std::string> changes_since(PdfDocument& revision, PdfDocument& document);

}  // namespace sohoa
