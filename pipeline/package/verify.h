#pragma once

#include <filesystem>
#include <vector>

#include "models/record/finding.h"

namespace sohoa {

/// What is wrong with a package made by us: structure, BagIt manifests, every digest, record.json
/// against the files, pages in = pages out, each PDF's structure. Empty when it is sound. Reads
/// untrusted bytes: entry count, sizes, ratio and names are limited before anything is inflated.
/// Throws Error (kInput) when the file cannot be opened at all.
std::vector<Finding> verify_package(const std::filesystem::path& zip);

}  // namespace sohoa
