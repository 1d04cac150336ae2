#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "models/record/finding.h"
#include "pipeline/base/bytes.h"

namespace sohoa {

/// A PDF with a signature whose CMS is not in yet: zeros hold its place.
struct PreparedSignature {
  Bytes pdf;
  // The place of /Contents, from its < to behind its >: what the signature does not cover.
  std::size_t gap_begin = 0;
  std::size_t gap_end = 0;
  std::vector<Finding> findings;  // of the visible block's place
};

/// Finds the gap of the signature dictionary that begins behind `signature_at`, and writes its byte
/// range into the room that was left for it.
void locate_gap(PreparedSignature& prepared, std::size_t signature_at);

/// The document with its empty signature, as prepare_signature left it in a file. Throws Error
/// (kInput) when there is none.
PreparedSignature reopen_prepared(const std::filesystem::path& file);

/// What the signature covers, in two pieces.
std::vector<ByteView> covered_by(const PreparedSignature& prepared);

/// SHA-256 of what the signature covers.
Bytes digest_of(const PreparedSignature& prepared);

/// Puts the CMS in its place; throws Error (kInput) when it does not fit.
void fill_in(PreparedSignature& prepared, ByteView cms);

}  // namespace sohoa
