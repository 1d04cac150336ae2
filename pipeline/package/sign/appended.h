#pragma once

#include <string>

#include "pipeline/package/sign/loaded_pdf.h"

namespace sohoa {

/// Why `after` is not `before` with nothing but signatures appended; empty: it is. Whether those
/// hold, verify_signatures tells. Throws Error (kInput) for what cannot be read as a PDF.
std::string fault_of_appended(const LoadedPdf& before, const LoadedPdf& after);

}  // namespace sohoa
