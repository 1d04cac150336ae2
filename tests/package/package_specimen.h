#pragma once

#include <filesystem>

#include "pipeline/package/package.h"

namespace sohoa::test {

/// Builds a package at `path`: two papers of two and one pages, one blank page set aside, one input
/// kept. `pages_more` lengthens the first paper.
Package build_specimen_package(const std::filesystem::path& path, int pages_more = 0);

}  // namespace sohoa::test
