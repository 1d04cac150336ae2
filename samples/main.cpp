#include <CLI/CLI.hpp>
#include <iostream>
#include <optional>

#include "pipeline/base/error.h"
#include "samples/bench_set.h"
#include "samples/dossier_plan.h"
#include "samples/draw.h"
#include "samples/draw_dossier.h"
#include "samples/fonts.h"
#include "samples/papers.h"
#include "samples/quality_set.h"
#include "samples/stacks/stack_set.h"
#include "samples/wear.h"

namespace {

void list_kinds() {
  std::cout << "papers:\n";
  for (const auto& kind : sohoa::paper_kinds()) {
    std::cout << "  " << kind.name << "  " << kind.title << "\n";
  }
  std::cout << "dossiers:\n";
  for (const auto& plan : sohoa::planned_dossiers()) {
    std::cout << "  " << plan.name << "  " << plan.title << "\n";
  }
  std::cout << "wear:\n";
  for (const auto& kind : sohoa::wear_kinds()) std::cout << "  " << kind.name << "\n";
}

int run(int argc, char** argv) {
  CLI::App app{"Draws specimen papers of invented people, with exact truth, and wears them down."};
  app.require_subcommand(1);

  CLI::App* list = app.add_subcommand("list", "Names of papers and kinds of wear");

  sohoa::DrawSettings drawing;
  CLI::App* draw = app.add_subcommand("draw", "Draw one paper, or a dossier");
  std::string dossier;
  std::optional<std::uint64_t> draw_seed;
  auto* subject = draw->add_option_group("what");
  subject->add_option("--paper", drawing.paper, "Kind of paper");
  subject->add_option("--dossier", dossier, "Name of a dossier; it has its own seed");
  subject->require_option(1);
  draw->add_option("--out,-o", drawing.folder, "Folder to write to")->required();
  draw->add_option("--seed", draw_seed, "Number that the people and the wear follow from");
  draw->add_option("--degrade", drawing.wear, "Kind of wear");
  draw->add_option("--dpi", drawing.dpi, "Resolution; the wear's own unless given");
  draw->add_option("--format", drawing.format, "jpeg, png, g4 or pdf");

  std::string folder;
  std::uint64_t seed = 7;
  int pages_per_kind = 6;
  CLI::App* quality = app.add_subcommand("quality", "Write a folder for ./dev quality");
  quality->add_option("folder", folder, "Folder to write to")->required();
  quality->add_option("--seed", seed, "Number that everything follows from");
  quality->add_option("--pages", pages_per_kind, "Pages of each kind")->check(CLI::Range(1, 200));

  int bench_pages = 30;
  bool as_pdf = false;
  CLI::App* bench = app.add_subcommand("bench", "Write colour scans at 300 dpi, for timing");
  bench->add_option("folder", folder, "Folder to write to")->required();
  bench->add_option("--seed", seed, "Number that everything follows from");
  bench->add_option("--pages", bench_pages, "How many")->check(CLI::Range(1, 9999));
  bench->add_flag("--pdf", as_pdf, "One scan.pdf instead of JPEG files");

  sohoa::StackSetSettings stacking;
  CLI::App* stacks = app.add_subcommand("stacks", "Write dossiers of many papers in one scan each");
  stacks->add_option("folder", stacking.folder, "Folder to write to")->required();
  stacks->add_option("--seed", stacking.seed, "Number that everything follows from");
  stacks->add_option("--stacks", stacking.stacks, "How many")->check(CLI::Range(1, 999));
  stacks->add_option("--first", stacking.first, "Number of the first")->check(CLI::Range(1, 999));
  stacks->add_option("--dpi", stacking.dpi, "Resolution of most")->check(CLI::Range(50, 600));

  CLI11_PARSE(app, argc, argv);
  sohoa::require_fonts();
  if (*list) list_kinds();
  if (*draw && !dossier.empty()) {
    const auto& plan = sohoa::planned_dossier(dossier);
    sohoa::draw_dossier(plan, draw_seed.value_or(plan.seed), drawing.folder);
  } else if (*draw) {
    drawing.seed = draw_seed.value_or(drawing.seed);
    sohoa::draw_paper(drawing);
  }
  if (*quality) sohoa::write_quality_set(folder, seed, pages_per_kind);
  if (*bench) {
    const auto form = as_pdf ? sohoa::BenchForm::kPdf : sohoa::BenchForm::kImages;
    sohoa::write_bench_set(folder, seed, bench_pages, form);
  }
  if (*stacks) sohoa::write_stack_set(stacking);
  return static_cast<int>(sohoa::ExitCode::kDone);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const sohoa::Error& error) {
    std::cerr << error.what() << "\n";
    return static_cast<int>(error.code());
  }
}
