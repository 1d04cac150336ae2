#pragma once

#include "pipeline/package/sign/loaded_pdf.h"
#include "pipeline/package/sign/prepared_signature.h"
#include "pipeline/package/sign/sign_settings.h"

namespace sohoa {

/// Appends a signature field on page 1 to the file's bytes, which stay as they are.
/// `contents_bytes` is the room for the CMS. Throws Error: kInput for what cannot be signed (no
/// PDF, encrypted, damaged, certified against changes), kUsage for
/// settings.
PreparedSignature prepare_signature(const LoadedPdf& pdf, const SignSettings& settings,
                                    std::size_t contents_bytes);

}  // namespace sohoa
