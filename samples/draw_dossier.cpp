#include "samples/draw_dossier.h"

#include "pipeline/base/atomic_file.h"
#include "samples/encode.h"
#include "samples/papers.h"
#include "samples/scan_json.h"
#include "samples/scan_pdf.h"

namespace sohoa {

namespace fs = std::filesystem;

namespace {

/// A scanned page and where it belongs.
struct FiledPage {
  Scan scan;
  int paper = 0;  // from 1 in the dossier
  std::string wear;
  std::string file;
  int file_page = 1;
};

class DossierDrawing {
 public:
  DossierDrawing(const PlannedDossier& plan, std::uint64_t seed, const fs::path& folder)
      : plan_(plan), seed_(seed), folder_(folder), case_(some_case(seed)) {}

  Json draw();

 private:
  std::vector<FiledPage> scanned(const PlannedFile& file);
  Scan back_side(const Sheet& blank, const Sheet& front, Wear wear);
  Scan scanned_side(const Sheet& front, const Sheet* back, const char* wear, double dpi);
  void write(const PlannedFile& file, std::vector<FiledPage>& pages);
  void write_paged(const fs::path& target, std::vector<FiledPage>& pages);
  void write_images(const fs::path& dossier, const fs::path& name, std::vector<FiledPage>& pages);
  void note(const FiledPage& page);

  const PlannedDossier& plan_;
  std::uint64_t seed_;
  fs::path folder_;
  Case case_;
  int sides_ = 0;
  Json files_ = Json::array();
  Json papers_ = Json::array();
  Json pages_ = Json::array();
};

Json DossierDrawing::draw() {
  for (const PlannedFile& file : plan_.files) {
    std::vector<FiledPage> pages = scanned(file);
    write(file, pages);
    for (const FiledPage& page : pages) note(page);
  }
  return {{"schema", "sohoa.samples.truth/1"},
          {"name", plan_.name},
          {"title", plan_.title},
          {"seed", seed_},
          {"dossier_code", case_.dossier_code},
          {"files", files_},
          {"papers", papers_},
          {"pages", pages_}};
}

std::vector<FiledPage> DossierDrawing::scanned(const PlannedFile& file) {
  std::vector<FiledPage> pages;
  for (const PlannedPaper& planned : file.papers) {
    const PaperKind& kind = paper_kind(planned.kind);
    const std::uint64_t seed = seed_of(seed_, "paper " + std::to_string(papers_.size() + 1));
    Pad pad(seed);
    Random random(seed, kind.name);
    kind.draw(pad, case_, random);
    papers_.push_back({{"kind", kind.name}, {"title", kind.title}, {"pages", Json::array()}});
    const int paper = static_cast<int>(papers_.size());
    const std::size_t sheets = pad.sheets().size();
    for (std::size_t i = 0; i < sheets; ++i) {
      const Sheet& sheet = *pad.sheets()[i];
      Sheet blank(sheet.width(), sheet.height(), seed);
      blank.truth().blank = true;
      const Sheet* other =
          planned.sides == Sides::kBoth ? &blank : pad.sheets()[sheets - 1 - i].get();
      pages.push_back(
          {scanned_side(sheet, other, planned.wear, file.dpi), paper, planned.wear, {}, 1});
      if (planned.sides == Sides::kOne) continue;
      pages.push_back(
          {back_side(blank, sheet, pages.back().scan.wear), paper, planned.wear, {}, 1});
    }
  }
  return pages;
}

Scan DossierDrawing::scanned_side(const Sheet& front, const Sheet* back, const char* wear_name,
                                  double dpi) {
  const std::uint64_t seed = seed_of(seed_, "side " + std::to_string(++sides_));
  Random random(seed, wear_name);
  Wear wear = wear_kind(wear_name).draw(random);
  if (wear.dpi.x == wear.dpi.y) wear.dpi = {dpi, dpi};
  return scan_sheet(front, back, wear, seed);
}

Scan DossierDrawing::back_side(const Sheet& blank, const Sheet& front, Wear wear) {
  wear.skew_degrees = -wear.skew_degrees;
  wear.bleed = 0.07;
  return scan_sheet(blank, &front, wear, seed_of(seed_, "side " + std::to_string(++sides_)));
}

void DossierDrawing::write(const PlannedFile& file, std::vector<FiledPage>& pages) {
  const fs::path dossier = folder_ / "dossiers" / plan_.name;
  const fs::path name = file.name;
  fs::create_directories(dossier);
  if (name.extension() == ".pdf" || name.extension() == ".tif") {
    write_paged(dossier / name, pages);
  } else {
    write_images(dossier, name, pages);
  }
}

void DossierDrawing::write_paged(const fs::path& target, std::vector<FiledPage>& pages) {
  const std::string name = target.filename();
  for (std::size_t i = 0; i < pages.size(); ++i) {
    pages[i].file = name;
    pages[i].file_page = static_cast<int>(i) + 1;
  }
  files_.push_back({{"name", name}, {"pages", pages.size()}});
  if (target.extension() == ".tif") {
    std::vector<Scan> scans;
    for (const FiledPage& page : pages) scans.push_back(page.scan);
    write_tiff(target, scans);
    return;
  }
  ScanPdf pdf(target);
  for (const FiledPage& page : pages) pdf.add(page.scan);
  pdf.finish();
}

void DossierDrawing::write_images(const fs::path& dossier, const fs::path& name,
                                  std::vector<FiledPage>& pages) {
  const std::string extension = name.extension();
  fs::create_directories(dossier / name.stem());
  for (std::size_t i = 0; i < pages.size(); ++i) {
    FiledPage& page = pages[i];
    page.file = name.stem() / ("page-" + std::to_string(i + 1) + extension);
    const Scan& scan = page.scan;
    const Bytes bytes = extension == ".png"
                            ? png_of(scan.pixels, scan.wear.dpi)
                            : jpeg_of(scan.pixels, scan.wear.dpi, scan.wear.jpeg_quality);
    write_file(dossier / page.file, bytes);
    files_.push_back({{"name", page.file}, {"pages", 1}});
  }
}

void DossierDrawing::note(const FiledPage& page) {
  const int number = static_cast<int>(pages_.size()) + 1;
  Json entry = json_of(page.scan);
  entry["number"] = number;
  entry["file"] = page.file;
  entry["file_page"] = page.file_page;
  entry["paper"] = page.paper;
  entry["wear"] = page.wear;
  pages_.push_back(std::move(entry));
  if (!page.scan.truth.blank) papers_[page.paper - 1]["pages"].push_back(number);
}

}  // namespace

Json draw_dossier(const PlannedDossier& plan, std::uint64_t seed, const fs::path& folder) {
  const Json truth = DossierDrawing(plan, seed, folder).draw();
  fs::create_directories(folder / "truth");
  write_file(folder / "truth" / (std::string(plan.name) + ".json"), as_bytes(json_line(truth)));
  return truth;
}

}  // namespace sohoa
