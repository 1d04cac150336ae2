#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "tests/bench/bench_pages.h"
#include "tests/bench/measure.h"

namespace sohoa::test {

/// One program with its options, as a user would type them.
struct Contestant {
  std::string name;
  std::vector<std::string> command;
  Environment environment;
  std::filesystem::path output;  // the PDF or zip that it makes
  std::string needs;             // another program that its options call
  int runs = 1;                  // enough for a steady median; the slow ones have fewer
};

/// What the ratios of the benchmark are of.
inline constexpr char kIntakeOne[] = "sohoa intake -j1";
inline constexpr char kIntakeTwo[] = "sohoa intake -j2";
inline constexpr char kTesseract[] = "tesseract";
inline constexpr char kOcrmypdfClean[] = "ocrmypdf clean";

/// All of them, ours first. Outputs go to `folder`.
std::vector<Contestant> contestants(const std::string& sohoa, const BenchPages& pages,
                                    const std::filesystem::path& folder);

/// Ours on so many workers (`jobs` as an option: "-j1"): images in, a verified zip out.
Contestant intake_contestant(const std::string& sohoa, const std::string& jobs,
                             const std::vector<std::filesystem::path>& images,
                             const std::filesystem::path& folder);

/// True where the programs that it runs are installed.
bool is_installed(const Contestant& contestant);

}  // namespace sohoa::test
