// ./dev quality: how well the text of scanned pages is read, beside plain Tesseract.

#include <CLI/CLI.hpp>
#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <map>
#include <thread>
#include <utility>

#include "pipeline/base/atomic_file.h"
#include "pipeline/base/error.h"
#include "pipeline/base/file.h"
#include "pipeline/base/log.h"
#include "pipeline/clean/clean.h"
#include "tests/quality/engines.h"
#include "tests/quality/errors.h"
#include "tests/quality/manifest.h"
#include "tests/quality/report.h"

namespace sohoa::test {

namespace {

constexpr char kOurs[] = "sohoa", kUnguarded[] = "sohoa --no-guard";
constexpr char kDebianModels[] = "/usr/share/tesseract-ocr/5/tessdata";

struct Options {
  std::string folder;
  std::string program = "sohoa";
  std::string language = "vie";
  std::string json_file;
  std::string errors_folder;
  std::string half;
  int jobs = 2;
  std::vector<std::string> models, tesseract_models;
  bool both_engines = false;
  bool guard_effect = false;
  bool steps = false;
  bool verbose = false;
};

std::string stem_of(const std::string& model) {
  return std::filesystem::path(model).stem().string();
}

std::string folder_of(const std::string& model) {
  return std::filesystem::absolute(model).parent_path().string();
}

std::vector<Engine> chosen_engines(const Options& options) {
  std::vector<Engine> engines = {
      sohoa_engine(kOurs, options.program, options.language, {}),
      tesseract_engine("tesseract", options.language, {"--tessdata-dir", kDebianModels})};
  for (const std::string& model : options.models) {
    engines.push_back(sohoa_engine("sohoa " + stem_of(model), options.program, stem_of(model),
                                   {"--model-folder=" + folder_of(model)}));
  }
  for (const std::string& model : options.tesseract_models) {
    engines.push_back(tesseract_engine("tesseract " + stem_of(model), stem_of(model),
                                       {"--tessdata-dir", folder_of(model)}));
  }
  if (options.guard_effect) {
    engines.push_back(sohoa_engine(kUnguarded, options.program, options.language, {"--no-guard"}));
  }
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

Score score_of(const Reading& reading, const ScoredPage& page) {
  const Bytes truth = read_file(page.truth);
  Score score = score_page(as_text(truth), reading.text);
  if (!reading.page.is_null()) score.calibration = calibration_of(as_text(truth), reading.page);
  if (!page.boxes.empty() && !reading.page.is_null()) {
    const Bytes boxes = read_file(page.boxes);
    score.edges = edges_of(Json::parse(as_text(boxes)), reading.page);
  }
  return score;
}

struct Scored {
  std::vector<ScoreRow> rows;     // engine by engine, each with all pages
  std::vector<Reading> readings;  // of each row
};

Scored score_all(const std::vector<Engine>& engines, const std::vector<ScoredPage>& pages,
                 int jobs) {
  Scored scored;
  scored.rows.resize(engines.size() * pages.size());
  scored.readings.resize(scored.rows.size());
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    for (std::size_t i = next++; i < scored.rows.size(); i = next++) {
      const Engine& engine = engines[i / pages.size()];
      const ScoredPage& page = pages[i % pages.size()];
      Reading reading = read_or_nothing(engine, page);
      scored.rows[i] = {engine.name, page.kind, page.id, score_of(reading, page)};
      scored.readings[i] = std::move(reading);
    }
  };
  std::vector<std::jthread> workers;
  workers.reserve(static_cast<std::size_t>(jobs));
  for (int i = 0; i < jobs; ++i) workers.emplace_back(work);
  workers.clear();
  return scored;
}

/// Kind by kind: what the guard mended and what it broke.
std::string guard_table_of(const Scored& scored, const std::vector<ScoredPage>& pages) {
  const auto text_of = [&](const char* engine, std::size_t page) {
    for (std::size_t i = page; i < scored.rows.size(); i += pages.size()) {
      if (scored.rows[i].engine == engine) return scored.readings[i].text;
    }
    return std::string();
  };
  std::map<std::string, GuardEffect> effects;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const Bytes truth = read_file(pages[i].truth);
    effects[pages[i].kind] +=
        guard_effect(as_text(truth), text_of(kUnguarded, i), text_of(kOurs, i));
  }
  std::string table = "the guard: words it mended, and words it broke\n";
  for (const auto& [kind, effect] : effects) {
    table += "  " + kind + ": " + std::to_string(effect.mended) + " mended, " +
             std::to_string(effect.broken) + " broken\n";
  }
  return table;
}

std::vector<ScoredPage> chosen_pages(const Options& options) {
  std::vector<ScoredPage> pages = read_manifest(options.folder);
  if (options.half.empty()) return pages;
  return half_of(pages, options.half == "dev" ? Half::kDev : Half::kTest);
}

int measure(const Options& options) {
  // The children's: Tesseract's threads on pages that run in parallel cost more than they bring.
  ::setenv("OMP_THREAD_LIMIT", "1", 1);
  const std::vector<ScoredPage> pages = chosen_pages(options);
  if (pages.empty()) {
    throw Error(ExitCode::kInput, options.folder, "no page has a truth",
                "name a truth file in the last column of manifest.tsv");
  }
  const Scored scored = score_all(chosen_engines(options), pages, options.jobs);
  const std::vector<ScoreRow> kinds = rows_by_kind(scored.rows);
  if (options.verbose) std::cout << table_of(scored.rows) << '\n';
  std::cout << table_of(kinds) << '\n' << calibration_table_of(kinds);
  if (options.guard_effect) std::cout << '\n' << guard_table_of(scored, pages);
  if (!options.errors_folder.empty()) {
    write_errors(options.errors_folder, pages, {scored.readings.data(), pages.size()});
  }
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
  app.add_option("--half", options.half, "only every other page of each kind")
      ->check(CLI::IsMember({"dev", "test"}));
  app.add_option("--errors", options.errors_folder,
                 "write pictures of the words that sohoa misreads into this folder");
  app.add_option("--json", options.json_file, "write the scores of each kind here");
  app.add_option("-j,--jobs", options.jobs, "pages at a time")->check(CLI::Range(1, 64));
  app.add_flag("--both-engines", options.both_engines,
               "also score with libtesseract as the engine on the same lines");
  app.add_option("--model", options.models, "score sohoa with this .traineddata too; repeat it");
  app.add_option("--tesseract-model", options.tesseract_models,
                 "score plain tesseract with this .traineddata too; repeat it");
  app.add_flag("--guard", options.guard_effect,
               "also count what the language model mends and breaks");
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
