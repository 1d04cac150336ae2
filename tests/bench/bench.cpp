// ./dev bench: processor time, wall time, memory and size beside tesseract and ocrmypdf; what each
// stage costs; and the engines line by line.

#include <CLI/CLI.hpp>
#include <iostream>
#include <set>

#include "pipeline/base/atomic_file.h"
#include "pipeline/base/error.h"
#include "pipeline/base/log.h"
#include "pipeline/base/memory.h"
#include "pipeline/base/temporary_folder.h"
#include "tests/bench/bench_pages.h"
#include "tests/bench/lines.h"
#include "tests/bench/programs.h"
#include "tests/bench/stages.h"

namespace sohoa::test {

namespace fs = std::filesystem;

namespace {

constexpr int kRunsInProcess = 3;  // of the stages and of the engines, unless told otherwise

constexpr char kPrograms[] = "programs";
constexpr char kStages[] = "stages";
constexpr char kLines[] = "lines";

struct Options {
  std::string sohoa = "sohoa";
  std::string samples = "sohoa_samples";
  std::string json_file;
  int runs = 0;  // 0: as many as each contestant asks for
  int pages = 30;
  int long_pages = 0;
  std::set<std::string> parts = {kPrograms, kStages, kLines};
};

void compare_programs(const Options& options, const BenchPages& pages, const fs::path& folder,
                      Json& json) {
  std::vector<Figures> figures =
      measure_programs(contestants(options.sohoa, pages, folder), options.runs, options.pages);
  const std::vector<Ratio> ratios = ratios_of(figures);
  if (options.long_pages > 0) {
    for (Figures& row : measure_long(options.sohoa, options.long_pages, pages, folder)) {
      figures.push_back(std::move(row));
    }
  }
  std::cout << options.pages << " colour A4 pages, 300 dpi JPEG; medians of the runs\n"
            << table_of(figures) << "\n"
            << text_of(ratios) << std::endl;
  add_to(json, figures);
  add_to(json, ratios);
}

void time_stages(const Options& options, const BenchPages& pages, int runs, Json& json) {
  const std::vector<StageFigures> stages = measure_stages(pages.images, runs);
  std::cout << "Stages of `sohoa intake`: " << options.pages << " pages, each the median of "
            << runs << " runs\n"
            << table_of(stages) << std::endl;
  add_to(json, stages);
}

void time_lines(const BenchPages& pages, int runs, Json& json) {
  const LineTimes lines = measure_lines(pages.images, runs);
  std::cout << lines.lines << " lines of " << lines.pages << " pages, one thread; medians of "
            << runs << " runs\n"
            << table_of(lines) << std::endl;
  add_to(json, lines);
}

int measure(const Options& options) {
  const TemporaryFolder folder;
  const BenchPages pages = draw_bench_pages(options.samples, options.pages, folder.path());
  const int runs = options.runs > 0 ? options.runs : kRunsInProcess;
  Json json;
  if (options.parts.contains(kPrograms)) compare_programs(options, pages, folder.path(), json);
  if (options.parts.contains(kStages)) time_stages(options, pages, runs, json);
  if (options.parts.contains(kLines)) time_lines(pages, runs, json);
  if (!options.json_file.empty()) {
    write_file(options.json_file, as_bytes(canonical_json(json)));
  }
  return static_cast<int>(ExitCode::kDone);
}

}  // namespace

}  // namespace sohoa::test

int main(int argc, char** argv) {
  sohoa::keep_blocks_in_large_pages();  // as the program that is measured
  sohoa::test::Options options;
  CLI::App app("Measures time, memory and size beside tesseract and ocrmypdf", "bench");
  app.add_option("--sohoa", options.sohoa, "the program to measure");
  app.add_option("--samples", options.samples, "the generator of the pages");
  app.add_option("--json", options.json_file, "write the figures here");
  app.add_option("--runs", options.runs, "of everything; otherwise the slow programs have fewer")
      ->check(CLI::Range(1, 99));
  app.add_option("--pages", options.pages, "to draw")->check(CLI::Range(1, 1000));
  app.add_option("--long", options.long_pages,
                 "also sohoa intake -j1 on so many pages, and a tenth")
      ->check(CLI::Range(10, 10000));
  app.add_option("--parts", options.parts, "programs, stages, lines")
      ->delimiter(',')
      ->check(CLI::IsMember({"programs", "stages", "lines"}));
  CLI11_PARSE(app, argc, argv);
  try {
    return sohoa::test::measure(options);
  } catch (const sohoa::Error& error) {
    sohoa::log_error(error.what());
    return static_cast<int>(error.code());
  }
}
