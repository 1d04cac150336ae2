#include "samples/stacks/stack_set.h"

#include <cstdio>

#include "pipeline/base/atomic_file.h"
#include "samples/encode.h"
#include "samples/scan_json.h"
#include "samples/scan_pdf.h"
#include "samples/stacks/stack.h"

namespace sohoa {

namespace fs = std::filesystem;

namespace {

constexpr double kTiffShare = 0.2;

std::string stack_name(int number) {
  char name[32];
  std::snprintf(name, sizeof name, "stack-%03d", number);
  return name;
}

void write_scan(const fs::path& target, const Stack& stack) {
  if (target.extension() == ".tif") {
    std::vector<Scan> scans;
    for (const StackPage& page : stack.pages) scans.push_back(page.scan);
    write_tiff(target, scans);
    return;
  }
  ScanPdf pdf(target);
  for (const StackPage& page : stack.pages) pdf.add(page.scan);
  pdf.finish();
}

Json json_of_page(const StackPage& page, int number, const std::string& file) {
  Json entry = json_of(page.scan);
  entry["number"] = number;
  entry["file"] = file;
  entry["file_page"] = number;
  entry["paper"] = page.paper;
  entry["role"] = name_of(page.role);
  entry["wear"] = page.wear;
  if (page.paper > 0) entry["kind"] = page.kind;
  return entry;
}

Json json_of_papers(const Stack& stack) {
  Json papers = Json::array();
  for (const StackPaper& paper : stack.papers) {
    papers.push_back({{"kind", paper.kind},
                      {"title", paper.title},
                      {"known", paper.known},
                      {"pages", Json::array()}});
  }
  for (std::size_t i = 0; i < stack.pages.size(); ++i) {
    const StackPage& page = stack.pages[i];
    // Both captures of a page with a note belong to its paper.
    if (page.role != PageRole::kContent && page.role != PageRole::kWithNote) continue;
    papers[static_cast<std::size_t>(page.paper) - 1]["pages"].push_back(i + 1);
  }
  return papers;
}

Json truth_of(const Stack& stack, const std::string& name, const std::string& file,
              std::uint64_t seed) {
  Json pages = Json::array();
  int number = 0;
  for (const StackPage& page : stack.pages) pages.push_back(json_of_page(page, ++number, file));
  return {{"schema", "sohoa.samples.truth/1"},
          {"name", name},
          {"title", "Hồ sơ quét một lượt"},
          {"seed", seed},
          {"dossier_code", stack.dossier_code},
          {"files", {{{"name", file}, {"pages", stack.pages.size()}}}},
          {"papers", json_of_papers(stack)},
          {"pages", pages}};
}

}  // namespace

void write_stack_set(const StackSetSettings& settings) {
  fs::create_directories(settings.folder / "truth");
  for (int i = 0; i < settings.stacks; ++i) {
    const int number = settings.first + i;
    const std::string name = stack_name(number);
    const Stack stack = draw_stack(settings.seed, number, settings.dpi);
    Random random(seed_of(settings.seed, name), "file");
    const std::string file = random.chance(kTiffShare) ? "scan.tif" : "scan.pdf";
    fs::create_directories(settings.folder / "dossiers" / name);
    write_scan(settings.folder / "dossiers" / name / file, stack);
    const Json truth = truth_of(stack, name, file, settings.seed);
    write_file(settings.folder / "truth" / (name + ".json"), as_bytes(json_line(truth)));
  }
}

}  // namespace sohoa
