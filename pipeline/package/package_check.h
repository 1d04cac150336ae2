#pragma once

#include <filesystem>
#include <vector>

#include "models/record/finding.h"

namespace sohoa {

enum class PaperCheck {
  kPageCount,        // the PDF opens and has the pages of its paper
  kPageCountAndLint  // and it keeps the clauses of PDF/A, where it claims to
};

struct PackageCheckSettings {
  PaperCheck papers = PaperCheck::kPageCountAndLint;
  std::filesystem::path work_folder;  // where a PDF is unpacked to; empty: the system's
};

/// The work of verify_package (verify.h).
std::vector<Finding> check_package(const std::filesystem::path& zip,
                                   const PackageCheckSettings& settings);

}  // namespace sohoa
