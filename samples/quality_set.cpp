#include "samples/quality_set.h"

#include <cmath>
#include <span>

#include "pipeline/base/atomic_file.h"
#include "samples/papers.h"
#include "samples/scan.h"
#include "samples/scan_pdf.h"
#include "samples/stamping.h"

namespace sohoa {

namespace fs = std::filesystem;

namespace {

using Names = std::span<const char* const>;

constexpr const char* kTexts[] = {"quyet-dinh", "cong-van", "to-trinh", "hop-dong-tang-cho"};
constexpr const char* kForms[] = {
    "to-khai-khai-sinh",     "to-khai-ket-hon", "de-nghi-ho-kinh-doanh", "to-khai-ct01",
    "don-bien-dong-dat-dai", "giay-tiep-nhan",  "giay-chung-sinh",       "giay-uy-quyen"};
constexpr const char* kCertificates[] = {"giay-khai-sinh", "giay-chung-nhan-qsdd",
                                         "xac-nhan-hon-nhan"};
constexpr const char* kCards[] = {"can-cuoc"};

struct QualityKind {
  const char* kind;
  const char* wear;
  Names papers;          // in turn
  bool stamped = false;  // seals and stamps over the text
};

constexpr QualityKind kKinds[] = {
    {"generated clean", "clean", kTexts},
    {"generated stamped", "clean", kTexts, true},
    {"generated form", "clean", kForms},
    {"generated certificate", "clean", kCertificates},
    {"generated card", "clean", kCards},
    {"generated mono", "mono", kTexts},
    {"generated photocopy", "photocopy", kTexts},
    {"generated fax", "fax", kTexts},
    {"generated fax standard", "fax-standard", kTexts},
    {"generated low dpi", "low-dpi", kTexts},
    {"generated skewed", "skewed", kTexts},
    {"generated rotated", "rotated", kTexts},
    {"generated shaded", "shaded", kTexts},
    {"generated bleed-through", "bleed-through", kTexts},
    {"generated folded", "folded", kTexts},
    {"generated feeder line", "feeder-line", kTexts},
    {"generated filed form", "filed", kForms},
};

std::string file_name_of(const QualityKind& kind, int number) {
  std::string name = std::string(kind.kind).substr(std::string("generated ").size());
  for (char& c : name) c = c == ' ' ? '-' : c;
  return name + "-" + two_digits(number);
}

}  // namespace

void write_quality_set(const fs::path& folder, std::uint64_t seed, int pages_per_kind) {
  fs::create_directories(folder);
  std::string manifest = "id\tpdf\tdpi\tmode\tkind\ttruth\tboxes\n";
  for (const QualityKind& kind : kKinds) {
    for (int number = 1; number <= pages_per_kind; ++number) {
      const std::string id = file_name_of(kind, number);
      const std::uint64_t page_seed = seed_of(seed, "quality " + std::to_string(number));
      const Case it = some_case(page_seed);
      const PaperKind& paper =
          paper_kind(kind.papers[static_cast<std::size_t>(number - 1) % kind.papers.size()]);
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
      write_file(folder / (id + ".boxes.json"), as_bytes(canonical_json(json_of(scan.truth))));
      manifest += id + "\t" + id + ".pdf\t" + std::to_string(std::lround(wear.dpi.x)) + "\t" +
                  (wear.tone == Tone::kBilevel ? "mono" : "jpeg") + "\t" + kind.kind + "\t" + id +
                  ".gt.txt\t" + id + ".boxes.json\n";
    }
  }
  write_file(folder / "manifest.tsv", as_bytes(manifest));
}

}  // namespace sohoa
