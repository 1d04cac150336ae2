#pragma once

#include <filesystem>
#include <vector>

#include "models/record/signature.h"
#include "pipeline/package/sign/verify_signatures.h"

namespace sohoa {

/// The signatures of each paper's PDF in a package, ours or another's, in the package's order.
/// Reads untrusted bytes. A PDF that cannot be read has a finding that says so. Throws Error
/// (kInput) for what is no zip, one that is unfit to be unpacked and one without a PDF.
std::vector<SignatureReport> verify_record_signatures(const std::filesystem::path& zip,
                                                      const VerifySettings& settings);

}  // namespace sohoa
