#pragma once

#include <vector>

#include "models/record/finding.h"
#include "pipeline/base/bytes.h"
#include "pipeline/package/sign/sign_settings.h"
#include "pipeline/package/sign/unsigned_pdf.h"

namespace sohoa {

/// A PDF with a signature whose CMS is not in yet: zeros hold its place.
struct PreparedSignature {
  Bytes pdf;
  // The place of /Contents, from its < to behind its >: what the signature does not cover.
  std::size_t gap_begin = 0;
  std::size_t gap_end = 0;
  std::vector<Finding> findings;  // of the visible block's place
};

/// Appends a signature field on page 1 to the file's bytes, which stay as they are.
/// `contents_bytes` is the room for the CMS. Throws Error: kInput for what cannot be signed (no
/// PDF, encrypted, damaged, certified against changes), kUsage for
/// settings.
PreparedSignature prepare_signature(const UnsignedPdf& pdf, const SignSettings& settings,
                                    std::size_t contents_bytes);

/// SHA-256 of what the signature covers.
Bytes digest_of(const PreparedSignature& prepared);

/// Puts the CMS in its place; throws Error (kInput) when it does not fit.
void fill_in(PreparedSignature& prepared, ByteView cms);

}  // namespace sohoa
