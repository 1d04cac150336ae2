#pragma once

#include <cstdint>
#include <filesystem>

#include "models/record/signature.h"
#include "pipeline/base/bytes.h"

namespace sohoa {

struct VerifySettings {
  // PEM certificates that are trusted; empty: the system's. Where they are named, a signature that
  // does not lead to one of them is an error, else a warning.
  std::filesystem::path trust;
  std::int64_t now = 0;  // seconds since 1970-01-01T00:00:00Z
};

/// Every signature of a PDF, ours or another's: whether the bytes are those that were signed (ISO
/// 32000-1, 12.8; RFC 5652; the shadow attacks of Mainka, Mladenov and Rohlmann are looked for),
/// by whom, when, and what was added since. Revocation is not asked for: that needs the network.
/// Reads untrusted bytes. Throws Error (kInput) when the file cannot be read as a PDF.
SignatureReport verify_signatures(const std::filesystem::path& file,
                                  const VerifySettings& settings);
/// The same of a PDF's bytes; `name` is for messages.
SignatureReport verify_signatures(const std::string& name, ByteView pdf,
                                  const VerifySettings& settings);

}  // namespace sohoa
