// ./dev oracle: the network's outputs beside libtesseract's on very many time steps.

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <cstdio>
#include <iostream>
#include <memory>
#include <random>
#include <utility>

#include "pipeline/base/error.h"
#include "pipeline/base/log.h"
#include "pipeline/base/temporary_folder.h"
#include "tests/bench/measure.h"
#include "tests/bench/page_lines.h"
#include "tests/recognize/referee.h"
#include "tests/support/paths.h"

namespace sohoa::test {

namespace fs = std::filesystem;

namespace {

constexpr int kPagesPerKind = 3;
constexpr unsigned kSeed = 7;
constexpr double kErrorBar = 1e-4;
constexpr double kOtherCharactersMax = 1e-3;  // share of them

struct Options {
  std::string samples = "sohoa_samples";
  std::vector<std::string> languages = {"vie", "eng"};
  std::vector<std::string> models;
  int steps = 200'000;
};

/// Over the lines of one language.
struct Sum {
  int lines = 0;
  int incomparable = 0;  // lines in which libtesseract found no text, or lost some
  int steps = 0;
  int other_labels = 0;
  double largest_error = 0;
  int characters = 0;
  int other_characters = 0;

  void add(const Disagreement& line) {
    (line.comparable ? lines : incomparable) += 1;
    steps += line.steps;
    other_labels += line.other_labels;
    largest_error = std::max(largest_error, line.largest_error);
    characters += line.characters;
    other_characters += line.other_characters;
  }
};

std::vector<fs::path> pdfs_in(const fs::path& folder) {
  std::vector<fs::path> pdfs;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ".pdf") pdfs.push_back(entry.path());
  }
  std::sort(pdfs.begin(), pdfs.end());
  return pdfs;
}

/// Drawn pages of every kind of wear, and real scans where there are any, shuffled so that the
/// first of them are of all kinds.
std::vector<fs::path> pages(const Options& options, const fs::path& folder) {
  run_measured(
      {options.samples, "quality", folder.string(), "--pages", std::to_string(kPagesPerKind)}, {});
  std::vector<fs::path> all = pdfs_in(folder);
  if (!real_scans().empty()) {
    const std::vector<fs::path> scans = pdfs_in(real_scans());
    all.insert(all.end(), scans.begin(), scans.end());
  }
  std::shuffle(all.begin(), all.end(), std::mt19937(kSeed));
  return all;
}

Sum judge(Referee& referee, const std::vector<fs::path>& files, int steps) {
  Sum sum;
  for (const fs::path& file : files) {
    if (sum.steps >= steps) break;
    each_page_lines(file, [&](const std::vector<Image>& lines) {
      for (const Disagreement& line : referee.judge(lines)) sum.add(line);
    });
  }
  return sum;
}

std::string row_of(const std::string& language, const Sum& sum) {
  std::array<char, 160> row{};
  std::snprintf(row.data(), row.size(), "%-15s %6d %10d %13d %14d %17.2e %12d %7d\n",
                language.c_str(), sum.lines, sum.incomparable, sum.steps, sum.other_labels,
                sum.largest_error, sum.characters, sum.other_characters);
  return row.data();
}

std::vector<std::pair<std::string, std::unique_ptr<Referee>>> referees(const Options& options) {
  std::vector<std::pair<std::string, std::unique_ptr<Referee>>> all;
  for (const std::string& language : options.languages) {
    all.emplace_back(language, std::make_unique<Referee>(language));
  }
  for (const std::string& model : options.models) {
    const fs::path file = fs::absolute(model);
    const std::string name = file.stem().string();
    all.emplace_back(name, std::make_unique<Referee>(name, file.parent_path()));
  }
  return all;
}

int run(const Options& options) {
  const TemporaryFolder folder;
  const std::vector<fs::path> files = pages(options, folder.path());
  std::cout << "language         lines   left out    time steps   other labels   largest |error|"
               "   characters   other\n";
  bool same = true;
  for (auto& [name, referee] : referees(options)) {
    const Sum sum = judge(*referee, files, options.steps);
    std::cout << row_of(name, sum) << std::flush;
    same = same && sum.other_labels == 0 && sum.largest_error < kErrorBar &&
           sum.other_characters <= kOtherCharactersMax * sum.characters;
    if (sum.steps < options.steps) log_warning(name + ": there were no more pages");
  }
  return static_cast<int>(same ? ExitCode::kDone : ExitCode::kAttention);
}

}  // namespace

}  // namespace sohoa::test

int main(int argc, char** argv) {
  sohoa::test::Options options;
  CLI::App app("Holds the network's outputs against libtesseract's", "oracle");
  app.add_option("--samples", options.samples, "the generator of the pages");
  app.add_option("--languages", options.languages, "to compare")->delimiter(',');
  app.add_option("--model", options.models, "compare with this .traineddata too; repeat it");
  app.add_option("--steps", options.steps, "of each language, at least")
      ->check(CLI::Range(1, 100'000'000));
  CLI11_PARSE(app, argc, argv);
  try {
    return sohoa::test::run(options);
  } catch (const sohoa::Error& error) {
    sohoa::log_error(error.what());
    return static_cast<int>(error.code());
  }
}
