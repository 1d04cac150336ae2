// sohoa_compact_measure FOLDER FILE…: what each level of compaction makes of the first page of each
// file, as a table; its one-page PDFs, without text, in FOLDER.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "pipeline/acquire/acquire.h"
#include "pipeline/package/compact/compact.h"
#include "pipeline/package/pdf/pdf_writer.h"

namespace {

using namespace sohoa;
namespace fs = std::filesystem;

constexpr const char* kNames[] = {"master", "lossless", "reencoded", "layered"};

struct Made {
  double kib = 0;  // of the PDF
  double ms = 0;
  std::string as;
};

void apply(CompactPage compact, ScannedPage& page) {
  page.master = std::move(compact.picture);
  page.placement = compact.placement;
  page.layers = std::move(compact.layers);
  page.overlays = std::move(compact.overlays);
  page.rendition = compact.rendition;
}

Made make(ScannedPage page, int level, const fs::path& pdf) {
  using Clock = std::chrono::steady_clock;
  CompactSettings settings;
  settings.level = static_cast<Compaction>(level);
  const auto start = Clock::now();
  CompactPage compact = compact_page(page, settings);
  Made made;
  made.ms = std::chrono::duration<double, std::milli>(Clock::now() - start).count();
  made.as = kNames[static_cast<int>(compact.rendition)];
  if (std::getenv("SOHOA_COMPACT_PARTS") != nullptr) {
    std::cerr << pdf.filename() << ": picture " << compact.picture.bytes.size();
    for (const Layer& layer : compact.layers) {
      std::cerr << ", " << layer.picture.width << 'x' << layer.picture.height << ' '
                << layer.picture.bytes.size()
                << (layer.stencil_grey ? " ink " + std::to_string(*layer.stencil_grey) : "");
    }
    for (const Overlay& overlay : compact.overlays) {
      std::cerr << ", overlay " << overlay.picture.bytes.size() << '+' << overlay.mask.bytes.size();
    }
    for (const Finding& finding : compact.findings) std::cerr << ", " << finding.reason;
    std::cerr << '\n';
  }
  apply(std::move(compact), page);
  PdfWriter writer({});
  writer.add_page(page, {});
  writer.write(pdf);
  made.kib = static_cast<double>(fs::file_size(pdf)) / 1024;
  return made;
}

double median(std::vector<double> values) {
  if (values.empty()) return 0;
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

int run(int argc, char** argv) {
  const fs::path folder = argv[1];
  fs::create_directories(folder);
  std::map<int, std::vector<double>> sizes, shares, times;
  std::printf("%-16s %8s %22s %28s %28s\n", "page", "-O 0 KiB", "-O 1 KiB", "-O 2 KiB", "-O 3 KiB");
  for (int i = 2; i < argc; ++i) {
    const fs::path file = argv[i];
    AcquireSettings settings;
    settings.copy_signed = true;
    const ScannedPage page = PageLoader(settings).load(open_input(file, file, settings), 1);
    const std::string stem = file.stem().string();
    std::printf("%-16s", stem.c_str());
    double input = 0;
    for (int level = 0; level <= 3; ++level) {
      const Made made = make(page, level, folder / (stem + "-O" + std::to_string(level) + ".pdf"));
      if (level == 0) input = made.kib;
      sizes[level].push_back(made.kib);
      shares[level].push_back(made.kib / input);
      times[level].push_back(made.ms);
      if (level == 0) std::printf(" %8.1f", made.kib);
      if (level > 0) {
        std::printf(" %8.1f %3.0f %% %4.0f ms %-9s", made.kib, 100 * made.kib / input, made.ms,
                    made.as.c_str());
      }
    }
    std::printf("\n");
    std::fflush(stdout);
  }
  std::printf("%-16s %8.1f", "median", median(sizes[0]));
  for (int level = 1; level <= 3; ++level) {
    std::printf(" %8.1f %3.0f %% %4.0f ms %-9s", median(sizes[level]), 100 * median(shares[level]),
                median(times[level]), "");
  }
  std::printf("\n");
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: sohoa_compact_measure FOLDER FILE...\n";
    return 1;
  }
  try {
    return run(argc, argv);
  } catch (const Error& error) {
    std::cerr << error.what() << "\n";
    return static_cast<int>(error.code());
  }
}
