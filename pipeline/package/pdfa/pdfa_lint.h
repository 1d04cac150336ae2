#pragma once

#include <filesystem>
#include <vector>

#include "models/record/finding.h"
#include "pipeline/package/pdf/pdf_bytes.h"

namespace sohoa {

/// What is wrong with a PDF as PDF/A-1b, 2b, 2u, 3b or 3u (whichever it claims): the clauses of ISO
/// 19005-1, 2 and 3 that a scan PDF, or a tool that rewrites one, can break. One finding a clause,
/// its code `pdfa.<clause>-<what>`, as `pdfa.6.1.7.1-endstream`, with the clause of the part that
/// is claimed (of part 2 when none is); the reason tells the first place and
/// how many there are. Empty: nothing found; it is a lint, not a full validator. Reads untrusted
/// bytes. Throws Error (kInput) when the file cannot be read as a PDF at all.
std::vector<Finding> lint_pdfa(const PdfBytes& pdf);
std::vector<Finding> lint_pdfa(const std::filesystem::path& pdf);

}  // namespace sohoa
