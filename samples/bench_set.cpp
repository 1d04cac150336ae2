#include "samples/bench_set.h"

#include <cstdio>
#include <optional>

#include "pipeline/base/atomic_file.h"
#include "samples/encode.h"
#include "samples/papers.h"
#include "samples/scan_pdf.h"

namespace sohoa {

namespace fs = std::filesystem;

namespace {

/// Scans of one paper after another, in turn of kind.
class BenchPages {
 public:
  explicit BenchPages(std::uint64_t seed) : seed_(seed) {}

  Scan next() {
    if (at_ == pad_->sheets().size()) draw_paper();
    const Sheet& sheet = *pad_->sheets()[at_++];
    const std::uint64_t seed = seed_of(seed_, "bench scan " + std::to_string(++pages_));
    Random random(seed, "wear");
    return scan_sheet(sheet, nullptr, wear_kind("clean").draw(random), seed);
  }

 private:
  void draw_paper() {
    static constexpr const char* kTurn[] = {"quyet-dinh", "cong-van", "to-trinh"};
    const PaperKind& kind = paper_kind(kTurn[papers_ % std::size(kTurn)]);
    const std::uint64_t seed = seed_of(seed_, "bench paper " + std::to_string(++papers_));
    pad_.emplace(seed);
    Random random(seed, kind.name);
    kind.draw(*pad_, some_case(seed), random);
    at_ = 0;
  }

  std::uint64_t seed_;
  std::optional<Pad> pad_ = Pad(0);
  std::size_t at_ = 0;
  std::size_t papers_ = 0;
  int pages_ = 0;
};

}  // namespace

void write_bench_set(const fs::path& folder, std::uint64_t seed, int pages, BenchForm form) {
  fs::create_directories(folder);
  BenchPages source(seed);
  if (form == BenchForm::kPdf) {
    ScanPdf pdf(folder / "scan.pdf");
    for (int page = 0; page < pages; ++page) pdf.add(source.next());
    pdf.finish();
    return;
  }
  for (int page = 1; page <= pages; ++page) {
    const Scan scan = source.next();
    char name[32];
    std::snprintf(name, sizeof name, "page-%04d.jpg", page);
    write_file(folder / name, jpeg_of(scan.pixels, scan.wear.dpi, scan.wear.jpeg_quality));
  }
}

}  // namespace sohoa
