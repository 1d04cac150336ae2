// ./dev quality: how well the text of scanned pages is read, beside plain Tesseract, and how well
// dossiers are understood.

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <filesystem>
#include <iostream>

#include "pipeline/base/atomic_file.h"
#include "pipeline/base/error.h"
#include "pipeline/base/log.h"
#include "tests/quality/dossiers/dossier_errors.h"
#include "tests/quality/dossiers/dossier_json.h"
#include "tests/quality/dossiers/dossier_table.h"
#include "tests/quality/dossiers/read_dossiers.h"
#include "tests/quality/text_quality.h"

namespace sohoa::test {

namespace {

Json measure_dossiers(const std::vector<DossierCase>& cases, const QualityOptions& options) {
  const std::vector<ReadDossier> dossiers =
      read_dossiers(cases, {options.program, options.language, options.jobs});
  const DossierScore score = score_dossiers(dossiers);
  const StraightThrough fields = straight_through(dossiers);
  if (options.verbose) {
    for (const ReadDossier& dossier : dossiers) std::cout << errors_of(dossier);
    std::cout << '\n';
  }
  std::cout << table_of(score, fields);
  return json_of(score, fields);
}

int measure(const QualityOptions& options) {
  // The children's: Tesseract's threads on pages that run in parallel cost more than they bring.
  ::setenv("OMP_THREAD_LIMIT", "1", 1);
  const std::vector<DossierCase> dossiers = find_dossiers(options.folder);
  const bool has_pages =
      std::filesystem::exists(std::filesystem::path(options.folder) / "manifest.tsv");
  Json scores = Json::object();
  if (has_pages || dossiers.empty()) scores = measure_text(options);
  if (has_pages && !dossiers.empty()) std::cout << '\n';
  if (!dossiers.empty()) scores["understanding"] = measure_dossiers(dossiers, options);
  if (!options.json_file.empty()) {
    write_file(options.json_file, as_bytes(canonical_json(scores)));
  }
  return 0;
}

}  // namespace

}  // namespace sohoa::test

int main(int argc, char** argv) {
  sohoa::test::QualityOptions options;
  CLI::App app(
      "Scores the text of scanned pages beside plain Tesseract, and what is understood of dossiers",
      "quality");
  app.add_option("folder", options.folder,
                 "holds manifest.tsv, PDFs and truths; or dossiers/ and truth/; or both")
      ->required();
  app.add_option("--sohoa", options.program, "the program to score");
  app.add_option("-l,--language", options.language, "Tesseract's name of the model");
  app.add_option("--half", options.half, "only every other page of each kind")
      ->check(CLI::IsMember({"dev", "test"}));
  app.add_option("--errors", options.errors_folder,
                 "write pictures of the words that sohoa misreads into this folder");
  app.add_option("--json", options.json_file, "write the scores here");
  app.add_option("-j,--jobs", options.jobs, "pages or dossiers at a time")
      ->check(CLI::Range(1, 64));
  app.add_flag("--both-engines", options.both_engines,
               "also score with libtesseract as the engine on the same lines");
  app.add_option("--model", options.models, "score sohoa with this .traineddata too; repeat it");
  app.add_option("--tesseract-model", options.tesseract_models,
                 "score plain tesseract with this .traineddata too; repeat it");
  app.add_flag("--guard", options.guard_effect,
               "also count what the language model mends and breaks");
  app.add_flag("--steps", options.steps, "also score with each step of cleaning left out");
  app.add_flag("-v,--verbose", options.verbose,
               "score every page by itself too; tell each error of understanding");
  CLI11_PARSE(app, argc, argv);
  try {
    return sohoa::test::measure(options);
  } catch (const sohoa::Error& error) {
    sohoa::log_error(error.what());
    return static_cast<int>(error.code());
  }
}
