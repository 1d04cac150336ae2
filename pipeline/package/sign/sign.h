#pragma once

#include <filesystem>
#include <vector>

#include "models/record/finding.h"
#include "pipeline/package/sign/loaded_pdf.h"
#include "pipeline/package/sign/sign_settings.h"
#include "pipeline/package/sign/signer.h"

namespace sohoa {

/// A PDF that was signed, and what a person should look at.
struct SignedPdf {
  Bytes bytes;
  std::vector<Finding> findings;
};

/// Signs a PDF: PAdES baseline B-B, or B-T with a time stamp (ETSI EN 319 142-1). The signature is
/// appended: the bytes before, and earlier signatures, stay as they are; what was PDF/A stays so.
/// With an RSA key, a given time and no time stamp the same input gives the same bytes.
/// Throws Error: kInput for what cannot be signed, kUsage, kDependency (the key, the time stamp
/// authority, the font).
SignedPdf sign_pdf(const LoadedPdf& pdf, const SignSettings& settings, Signer& signer);

/// The same from file to file; `out` appears whole or not at all and may be `in`. Errors: Error
/// (kOutput) too.
std::vector<Finding> sign_pdf(const std::filesystem::path& in, const std::filesystem::path& out,
                              const SignSettings& settings, Signer& signer);

}  // namespace sohoa
