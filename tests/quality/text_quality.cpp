#include "tests/quality/text_quality.h"

#include <filesystem>
#include <iostream>
#include <map>
#include <utility>

#include "pipeline/base/error.h"
#include "pipeline/base/file.h"
#include "pipeline/base/log.h"
#include "pipeline/clean/clean.h"
#include "tests/quality/engines.h"
#include "tests/quality/errors.h"
#include "tests/quality/manifest.h"
#include "tests/quality/parallel.h"
#include "tests/quality/report.h"

namespace sohoa::test {

namespace {

constexpr char kOurs[] = "sohoa", kUnguarded[] = "sohoa --no-guard";
constexpr char kDebianModels[] = "/usr/share/tesseract-ocr/5/tessdata";

std::string stem_of(const std::string& model) {
  return std::filesystem::path(model).stem().string();
}

std::string folder_of(const std::string& model) {
  return std::filesystem::absolute(model).parent_path().string();
}

std::vector<Engine> chosen_engines(const QualityOptions& options) {
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
  in_parallel(scored.rows.size(), jobs, [&](std::size_t i) {
    const Engine& engine = engines[i / pages.size()];
    const ScoredPage& page = pages[i % pages.size()];
    Reading reading = read_or_nothing(engine, page);
    scored.rows[i] = {engine.name, page.kind, page.id, score_of(reading, page)};
    scored.readings[i] = std::move(reading);
  });
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

std::vector<ScoredPage> chosen_pages(const QualityOptions& options) {
  std::vector<ScoredPage> pages = read_manifest(options.folder);
  if (options.half.empty()) return pages;
  return half_of(pages, options.half == "dev" ? Half::kDev : Half::kTest);
}

}  // namespace

Json measure_text(const QualityOptions& options) {
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
  return json_of(kinds);
}

}  // namespace sohoa::test
