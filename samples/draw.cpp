#include "samples/draw.h"

#include "pipeline/base/atomic_file.h"
#include "pipeline/base/error.h"
#include "samples/encode.h"
#include "samples/papers.h"
#include "samples/scan_pdf.h"

namespace sohoa {

namespace fs = std::filesystem;

namespace {

std::vector<Scan> scanned_pages(const DrawSettings& settings) {
  const PaperKind& paper = paper_kind(settings.paper);
  const WearKind& kind = wear_kind(settings.wear);
  Pad pad(settings.seed);
  Random random(settings.seed, paper.name);
  paper.draw(pad, some_case(settings.seed), random);
  std::vector<Scan> scans;
  const auto& sheets = pad.sheets();
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    const std::uint64_t seed = seed_of(settings.seed, "scan " + std::to_string(i));
    Random wear_random(seed, kind.name);
    Wear wear = kind.draw(wear_random);
    if (settings.dpi > 0) wear.dpi = {settings.dpi, settings.dpi};
    if (settings.format == "g4") wear.tone = Tone::kBilevel;
    const Sheet* back = sheets[(i + 1) % sheets.size()].get();
    scans.push_back(scan_sheet(*sheets[i], back, wear, seed));
  }
  return scans;
}

void write_images(const DrawSettings& settings, const std::vector<Scan>& scans) {
  const bool png = settings.format == "png";
  for (std::size_t i = 0; i < scans.size(); ++i) {
    const Scan& scan = scans[i];
    const Bytes bytes = png ? png_of(scan.pixels, scan.wear.dpi)
                            : jpeg_of(scan.pixels, scan.wear.dpi, scan.wear.jpeg_quality);
    const std::string name = settings.paper + "-" + std::to_string(i + 1) + (png ? ".png" : ".jpg");
    write_file(settings.folder / name, bytes);
  }
}

}  // namespace

void draw_paper(const DrawSettings& settings) {
  const std::vector<Scan> scans = scanned_pages(settings);
  fs::create_directories(settings.folder);
  if (settings.format == "jpeg" || settings.format == "png") {
    write_images(settings, scans);
  } else if (settings.format == "g4") {
    write_tiff(settings.folder / (settings.paper + ".tif"), scans);
  } else if (settings.format == "pdf") {
    ScanPdf pdf(settings.folder / (settings.paper + ".pdf"));
    for (const Scan& scan : scans) pdf.add(scan);
    pdf.finish();
  } else {
    throw Error(ExitCode::kUsage, "--format " + settings.format, "no such format",
                "choose jpeg, png, g4 or pdf");
  }
  Json pages = Json::array();
  for (const Scan& scan : scans) pages.push_back(json_of(scan.truth));
  write_file(settings.folder / (settings.paper + ".json"),
             as_bytes(canonical_json({{"paper", settings.paper}, {"pages", pages}})));
}

}  // namespace sohoa
