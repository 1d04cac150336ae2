#pragma once

#include <filesystem>

#include "pipeline/package/package.h"

namespace sohoa::test {

struct SpecimenPackage {
  int pages_more = 0;                 // lengthens the first paper
  std::filesystem::path work_folder;  // empty: the system's
  int threads = 1;
  OutputType output_type = OutputType::kPdfA2u;
};

/// Builds a package at `path`: two papers of two pages and one, one blank page set aside, one input
/// kept.
Package build_specimen_package(const std::filesystem::path& path,
                               const SpecimenPackage& specimen = {});

}  // namespace sohoa::test
