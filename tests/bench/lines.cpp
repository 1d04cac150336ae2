#include "tests/bench/lines.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <memory>

#include "pipeline/recognize/batch_engine.h"
#include "pipeline/recognize/tesseract_engine.h"
#include "tests/bench/measure.h"
#include "tests/bench/page_lines.h"

namespace sohoa::test {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kPagesMax = 10;  // libtesseract needs 4 seconds for their lines
constexpr char kKernelVariable[] = "SOHOA_KERNEL";

struct KernelBar {
  std::string_view kernel;
  double bar;
};
constexpr KernelBar kBars[] = {{"avx512-vnni", 15}, {"avx2", 8}};

double bar_of(std::string_view kernel) {
  for (const KernelBar& row : kBars) {
    if (row.kernel == kernel) return row.bar;
  }
  return 0;
}

struct TimedEngine {
  std::unique_ptr<LineEngine> engine;
  std::vector<double> ms;
};

/// The engine takes the kernel that the environment names when it is made.
std::unique_ptr<LineEngine> batch_engine(const char* kernel) {
  const char* before = std::getenv(kKernelVariable);
  const std::string kept = before == nullptr ? "" : before;
  ::setenv(kKernelVariable, kernel, 1);
  auto engine = std::make_unique<BatchEngine>(ReaderSettings{});
  ::setenv(kKernelVariable, kept.c_str(), 1);
  return engine;
}

std::string row_of(const LineFigures& row, double reference_ms) {
  const double ratio = reference_ms / row.ms;
  std::array<char, 160> line{};
  std::snprintf(line.data(), line.size(), "%-32s %10.1f %8.1fx", row.engine.c_str(), row.ms, ratio);
  std::string text = line.data();
  if (row.bar > 0) {
    std::snprintf(line.data(), line.size(), "   bar %gx, %s", row.bar,
                  ratio >= row.bar ? "met" : "not met");
    text += line.data();
  }
  return text + "\n";
}

}  // namespace

LineTimes measure_lines(const std::vector<fs::path>& images, int runs) {
  LineTimes times;
  times.runs = runs;
  std::vector<std::vector<Image>> pages;
  for (std::size_t i = 0; i < std::min(images.size(), kPagesMax); ++i) {
    each_page_lines(images[i], [&](std::vector<Image> lines) {
      times.lines += static_cast<int>(lines.size());
      pages.push_back(std::move(lines));
    });
  }
  times.pages = static_cast<int>(pages.size());
  std::vector<TimedEngine> engines(1);
  engines.front().engine = std::make_unique<TesseractEngine>(ReaderSettings{});
  times.engines.push_back({"libtesseract, RAW_LINE", 0, 0});
  for (const Kernel* kernel : usable_kernels()) {
    engines.push_back({batch_engine(kernel->name), {}});
    times.engines.push_back({std::string("batch, ") + kernel->name, 0, bar_of(kernel->name)});
  }
  for (int run = 0; run < runs; ++run) {
    for (TimedEngine& timed : engines) {
      timed.ms.push_back(ms_of([&] {
        for (const std::vector<Image>& lines : pages) timed.engine->read_lines(lines);
      }));
    }
  }
  for (std::size_t i = 0; i < engines.size(); ++i) times.engines[i].ms = median(engines[i].ms);
  return times;
}

std::string table_of(const LineTimes& times) {
  std::string table = "                                     cpu ms    ratio\n";
  for (const LineFigures& row : times.engines) table += row_of(row, times.engines.front().ms);
  return table;
}

void add_to(Json& json, const LineTimes& times) {
  json["lines"] = {{"pages", times.pages}, {"lines", times.lines}, {"runs", times.runs}};
  for (const LineFigures& row : times.engines) {
    json["line_ms"][row.engine] = rounded(row.ms, 1);
    json["line_ratio"][row.engine] = rounded(times.engines.front().ms / row.ms, 2);
  }
}

}  // namespace sohoa::test
