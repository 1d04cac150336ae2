#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "models/papers/rule.h"
#include "models/record/declaration.h"
#include "pipeline/package/conform/breach.h"

namespace sohoa {

/// Holds a record against a profile: a package (.zip) of ours or another's, a PDF, or a folder of
/// PDFs. What the officer declared is taken from the record where none is given. Empty: the record
/// keeps every rule of the profile. Reads untrusted bytes. Throws Error (kInput) when it cannot be
/// read as any of these.
std::vector<Breach> check_conformance(const std::filesystem::path& path, const Profile& profile,
                                      const std::optional<Declaration>& declared);

}  // namespace sohoa
