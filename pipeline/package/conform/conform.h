#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <vector>

#include "models/papers/rule.h"
#include "models/record/declaration.h"
#include "pipeline/package/conform/breach.h"

namespace sohoa {

struct CheckSettings {
  std::optional<Declaration> declared;  // none: what the record says
  std::filesystem::path trust;  // PEM roots; empty: whether certificates are trusted is not asked
  std::int64_t now = 0;         // seconds since 1970-01-01T00:00:00Z, to judge certificates
};

/// Holds a record against a profile: a package (.zip) of ours or another's, a PDF, or a folder of
/// PDFs. Empty: the record keeps every rule of the profile, which must outlive the breaches. Reads
/// untrusted bytes. Throws Error (kInput) when it cannot be read as any of these.
std::vector<Breach> check_conformance(const std::filesystem::path& path, const Profile& profile,
                                      const CheckSettings& settings);

}  // namespace sohoa
