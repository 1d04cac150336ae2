// ./dev quality: how well the text of scanned pages is read, beside plain Tesseract.

#include <CLI/CLI.hpp>
#include <atomic>
#include <cstdlib>
#include <iostream>
#include <thread>

#include "pipeline/base/atomic_file.h"
#include "pipeline/base/error.h"
#include "pipeline/base/file.h"
#include "pipeline/base/log.h"
#include "pipeline/clean/clean.h"
#include "tests/quality/engines.h"
#include "tests/quality/manifest.h"
#include "tests/quality/report.h"

namespace sohoa::test {

namespace {

struct Options {
  std::string folder;
  std::string program = "sohoa";
  std::string language = "vie";
  std::string json_file;
  int jobs = 2;
  bool both_engines = false;
  bool steps = false;
  bool verbose = false;
};

std::vector<Engine> chosen_engines(const Options& options) {
  std::vector<Engine> engines = {sohoa_engine("sohoa", options.program, options.language, {}),
                                 tesseract_engine(options.language)};
  if (options.both_engines) {
    engines.push_back(sohoa_engine("sohoa --engine tesseract", options.program, options.language,
                                   {"--engine=tesseract"}));
  }
  if (!options.steps) return engines;
  for (const std::string& step : clean_step_names()) {
    engines.push_back(sohoa_engine("sohoa without " + step, options.program, options.language,
                                   {"--clean-off=" + step}));
  }
  return engines;
}

/// A page that an engine fails on counts as one on which it read nothing.
Reading read_or_nothing(const Engine& engine, const ScoredPage& page) {
  try {
    return engine.read(page);
  } catch (const Error& error) {
    log_error(engine.name + ": " + error.what());
    return {};
  }
}

Score score_of(const Engine& engine, const ScoredPage& page) {
  const Reading reading = read_or_nothing(engine, page);
  const Bytes truth = read_file(page.truth);
  Score score = score_page(as_text(truth), reading.text);
  if (!page.boxes.empty() && !reading.page.is_null()) {
    const Bytes boxes = read_file(page.boxes);
    score.edges = edges_of(Json::parse(as_text(boxes)), reading.page);
  }
  return score;
}

std::vector<ScoreRow> score_all(const std::vector<Engine>& engines,
                                const std::vector<ScoredPage>& pages, int jobs) {
  std::vector<ScoreRow> rows(engines.size() * pages.size());
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    for (std::size_t i = next++; i < rows.size(); i = next++) {
      const Engine& engine = engines[i / pages.size()];
      const ScoredPage& page = pages[i % pages.size()];
      rows[i] = {engine.name, page.kind, page.id, score_of(engine, page)};
    }
  };
  std::vector<std::jthread> workers;
  for (int i = 0; i < jobs; ++i) workers.emplace_back(work);
  workers.clear();
  return rows;
}

int measure(const Options& options) {
  // The children's: Tesseract's threads on pages that run in parallel cost more than they bring.
  ::setenv("OMP_THREAD_LIMIT", "1", 1);
  const std::vector<ScoredPage> pages = read_manifest(options.folder);
  if (pages.empty()) {
    throw Error(ExitCode::kInput, options.folder, "no page has a truth",
                "name a truth file in the last column of manifest.tsv");
  }
  const std::vector<ScoreRow> scored = score_all(chosen_engines(options), pages, options.jobs);
  const std::vector<ScoreRow> kinds = rows_by_kind(scored);
  if (options.verbose) std::cout << table_of(scored) << '\n';
  std::cout << table_of(kinds);
  if (!options.json_file.empty()) {
    write_file(options.json_file, as_bytes(canonical_json(json_of(kinds))));
  }
  return 0;
}

}  // namespace

}  // namespace sohoa::test

int main(int argc, char** argv) {
  sohoa::test::Options options;
  CLI::App app("Scores the text of scanned pages beside plain Tesseract", "quality");
  app.add_option("folder", options.folder, "holds manifest.tsv, PDFs and truths")->required();
  app.add_option("--sohoa", options.program, "the program to score");
  app.add_option("-l,--language", options.language, "Tesseract's name of the model");
  app.add_option("--json", options.json_file, "write the scores of each kind here");
  app.add_option("-j,--jobs", options.jobs, "pages at a time")->check(CLI::Range(1, 64));
  app.add_flag("--both-engines", options.both_engines,
               "also score with libtesseract as the engine on the same lines");
  app.add_flag("--steps", options.steps, "also score with each step of cleaning left out");
  app.add_flag("-v,--verbose", options.verbose, "score every page by itself too");
  CLI11_PARSE(app, argc, argv);
  try {
    return sohoa::test::measure(options);
  } catch (const sohoa::Error& error) {
    sohoa::log_error(error.what());
    return static_cast<int>(error.code());
  }
}
