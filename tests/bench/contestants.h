#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "tests/bench/measure.h"

namespace sohoa::test {

/// The pages that all read, in the forms that they take.
struct BenchPages {
  std::vector<std::filesystem::path> images;
  std::filesystem::path list;  // their names, one a line, as tesseract takes several pages
  std::filesystem::path pdf;   // the same images, as ocrmypdf takes them
};

/// One program with its options, as a user would type them.
struct Contestant {
  std::string name;
  std::vector<std::string> command;
  Environment environment;
  std::filesystem::path output;  // the PDF that it makes
  std::string needs;             // another program that its options call
};

/// All of them, ours first. Outputs go to `folder`.
std::vector<Contestant> contestants(const std::string& sohoa, const BenchPages& pages,
                                    const std::filesystem::path& folder);

/// Ours on one worker.
Contestant sohoa_contestant(const std::string& sohoa, const std::string& jobs,
                            const std::vector<std::filesystem::path>& images,
                            const std::filesystem::path& folder);

/// True where the programs that it runs are installed.
bool is_installed(const Contestant& contestant);

}  // namespace sohoa::test
