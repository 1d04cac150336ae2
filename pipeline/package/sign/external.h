#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "models/record/finding.h"
#include "pipeline/base/bytes.h"
#include "pipeline/package/sign/sign_settings.h"

namespace sohoa {

/// What a signer on another machine needs.
struct SigningRequest {
  Bytes digest;      // SHA-256 of what the signature covers
  Bytes attributes;  // DER of the CMS's signed attributes; empty where no certificate is known
  std::size_t cms_bytes_max = 0;
  std::vector<Finding> findings;
};

/// Writes `in` with an empty signature. `chain`: the signer's certificates in DER, or none. Errors
/// as of sign_pdf.
SigningRequest export_signature(const std::filesystem::path& in, const std::filesystem::path& out,
                                const SignSettings& settings, const std::vector<Bytes>& chain);

/// Fills the empty signature of `in`, by a CMS that was made elsewhere, or, with `chain`, by a bare
/// signature over the request's attributes. Returns the signer's common name. Throws Error (kInput)
/// for one that is not over this file, not CAdES, not sound.
std::string import_signature(const std::filesystem::path& in, const std::filesystem::path& out,
                             ByteView answer, const std::vector<Bytes>& chain);

}  // namespace sohoa
