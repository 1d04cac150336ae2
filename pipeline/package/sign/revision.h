#pragma once

#include <string>
#include <vector>

#include "pipeline/package/sign/pdf_document.h"

namespace sohoa {

/// What an incremental update changed of a signed revision, one reason each, other than what may be
/// added without touching what was signed: signatures (with their fields, widgets and appearances)
/// and the proofs that belong to them (/DSS). Objects are compared one by one; also looked for are
/// objects that the revision refers to but does not have (a shadow attack). Empty: nothing.
std::vector<std::string> changes_since(PdfDocument& revision, PdfDocument& document);

}  // namespace sohoa
