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

/// What is wrong with a PDF as PDF/A-2u: the clauses that a scan PDF can break.
std::vector<Finding> lint_pdfa(const std::filesystem::path& pdf);

}  // namespace sohoa
