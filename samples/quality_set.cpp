#include "samples/quality_set.h"

#include <cmath>

#include "pipeline/base/atomic_file.h"
#include "samples/letterhead.h"
#include "samples/papers.h"
#include "samples/scan.h"
#include "samples/scan_pdf.h"
#include "samples/seals.h"

namespace sohoa {

namespace fs = std::filesystem;

namespace {

struct QualityKind {
  const char* kind;
  const char* wear;
  bool stamped;  // seals and stamps over the text
};

constexpr QualityKind kKinds[] = {
    {"generated clean", "clean", false},
    {"generated stamped", "clean", true},
    {"generated mono", "mono", false},
    {"generated photocopy", "photocopy", false},
    {"generated fax", "fax", false},
    {"generated fax standard", "fax-standard", false},
    {"generated low dpi", "low-dpi", false},
    {"generated skewed", "skewed", false},
    {"generated rotated", "rotated", false},
    {"generated shaded", "shaded", false},
    {"generated bleed-through", "bleed-through", false},
    {"generated folded", "folded", false},
    {"generated feeder line", "feeder-line", false},
};

/// Seals across the text, as copies and joined sheets have them.
void stamp_over_text(Sheet& sheet, const Case& it) {
  constexpr int kSeals = 4;
  Random random(it.seed, "stamps");
  const std::vector<TruthLine> lines = sheet.truth().lines;
  const auto spot = [&](int part) {
    const std::size_t line = lines.size() * static_cast<std::size_t>(part) / (kSeals + 1);
    return random.pick(lines[line].words).box.centre();
  };
  for (int part = 1; part <= kSeals; ++part) {
    press_seal(sheet, spot(part), committee_rim(it.place), "MẪU");
  }
  press_word_stamp(sheet, spot(random.whole(1, kSeals)), "ĐÃ TIẾP NHẬN", random.between(-8, 8));
}

/// Pages of running text in turn; forms are another matter, see dossiers.
const PaperKind& quality_paper(int number) {
  static constexpr const char* kPapers[] = {"quyet-dinh", "cong-van", "to-trinh",
                                            "to-khai-khai-sinh"};
  return paper_kind(kPapers[(number - 1) % std::size(kPapers)]);
}

std::string file_name_of(const QualityKind& kind, int number) {
  std::string name = std::string(kind.kind).substr(std::string("generated ").size());
  for (char& c : name) c = c == ' ' ? '-' : c;
  return name + "-" + two_digits(number);
}

}  // namespace

void write_quality_set(const fs::path& folder, std::uint64_t seed, int pages_per_kind) {
  fs::create_directories(folder);
  std::string manifest = "id\tpdf\tdpi\tmode\tkind\ttruth\n";
  for (const QualityKind& kind : kKinds) {
    for (int number = 1; number <= pages_per_kind; ++number) {
      const std::string id = file_name_of(kind, number);
      const std::uint64_t page_seed = seed_of(seed, "quality " + std::to_string(number));
      const Case it = some_case(page_seed);
      const PaperKind& paper = quality_paper(number);
      Pad pad(page_seed);
      Random random(page_seed, paper.name);
      paper.draw(pad, it, random);
      Sheet& sheet = *pad.sheets().front();
      if (kind.stamped) stamp_over_text(sheet, it);
      Random wear_random(page_seed, kind.wear);
      const Wear wear = wear_kind(kind.wear).draw(wear_random);
      const Sheet* back = pad.sheets().size() > 1 ? pad.sheets()[1].get() : &sheet;
      const Scan scan = scan_sheet(sheet, back, wear, page_seed);
      ScanPdf pdf(folder / (id + ".pdf"));
      pdf.add(scan);
      pdf.finish();
      write_file(folder / (id + ".gt.txt"), as_bytes(text_of(scan.truth)));
      manifest += id + "\t" + id + ".pdf\t" + std::to_string(std::lround(wear.dpi.x)) + "\t" +
                  (wear.tone == Tone::kBilevel ? "mono" : "jpeg") + "\t" + kind.kind + "\t" + id +
                  ".gt.txt\n";
    }
  }
  write_file(folder / "manifest.tsv", as_bytes(manifest));
}

}  // namespace sohoa
