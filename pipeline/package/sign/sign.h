#pragma once

#include <filesystem>
#include <vector>

#include "models/record/finding.h"
#include "pipeline/package/sign/sign_settings.h"
#include "pipeline/package/sign/signer.h"

namespace sohoa {

/// Signs a PDF: PAdES baseline B-B, or B-T with a time stamp (ETSI EN 319 142-1). The signature is
/// appended: the bytes of `in`, and earlier signatures, stay as they are; what was PDF/A stays so.
/// `out` appears whole or not at all and may be `in`. With an RSA key, a given time and no time
/// stamp the same input gives the same bytes. Returns what a person should look at.
/// Throws Error: kInput for what cannot be signed, kUsage, kOutput, kDependency (the key, the time
/// stamp authority, the font).
std::vector<Finding> sign_pdf(const std::filesystem::path& in, const std::filesystem::path& out,
                              const SignSettings& settings, Signer& signer);

}  // namespace sohoa
