#pragma once

#include <filesystem>

namespace sohoa {

/// Where the data of this folder lie when the program runs: $SOHOA_PAPERS, or where they were
/// installed.
std::filesystem::path papers_folder();

}  // namespace sohoa
