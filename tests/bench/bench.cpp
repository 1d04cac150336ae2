// ./dev bench: processor time, wall time, memory and size beside tesseract and ocrmypdf.

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <cstdio>
#include <iostream>
#include <map>

#include "pipeline/base/atomic_file.h"
#include "pipeline/base/error.h"
#include "pipeline/base/json.h"
#include "pipeline/base/log.h"
#include "pipeline/base/temporary_folder.h"
#include "pipeline/base/text.h"
#include "tests/bench/contestants.h"
#include "tests/bench/measure.h"

namespace sohoa::test {

namespace fs = std::filesystem;

namespace {

struct Options {
  std::string sohoa = "sohoa";
  std::string samples = "sohoa_samples";
  std::string json_file;
  int runs = 3;
  int pages = 4;
  int long_pages = 0;
};

/// Medians over the runs, of one contestant.
struct Figures {
  std::string name;
  double cpu_seconds_per_page = 0;
  double wall_seconds_per_page = 0;
  double peak_mb = 0;
  double bytes_per_page = 0;
};

std::vector<fs::path> images_in(const fs::path& folder) {
  std::vector<fs::path> images;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ".jpg") images.push_back(entry.path());
  }
  std::sort(images.begin(), images.end(), [](const fs::path& a, const fs::path& b) {
    return natural_less(a.string(), b.string());
  });
  return images;
}

void draw(const Options& options, const fs::path& folder, const std::vector<std::string>& form) {
  std::vector<std::string> command = {options.samples, "bench", folder.string(), "--pages",
                                      std::to_string(options.pages)};
  command.insert(command.end(), form.begin(), form.end());
  run_measured(command, {});
}

BenchPages make_pages(const Options& options, const fs::path& folder) {
  draw(options, folder / "images", {});
  draw(options, folder / "pdf", {"--pdf"});
  BenchPages pages{images_in(folder / "images"), folder / "pages.list", folder / "pdf/scan.pdf"};
  if (pages.images.empty()) {
    throw Error(ExitCode::kInput, options.samples, "drew no page", "run it by hand to see why");
  }
  std::string list;
  for (const fs::path& image : pages.images) list += image.string() + "\n";
  write_file(pages.list, as_bytes(list));
  return pages;
}

Figures figures_of(const Contestant& contestant, const std::vector<Usage>& runs, double pages) {
  std::vector<double> cpu, wall, peak;
  for (const Usage& usage : runs) {
    cpu.push_back(usage.cpu_seconds / pages);
    wall.push_back(usage.wall_seconds / pages);
    peak.push_back(usage.peak_mb);
  }
  return {contestant.name, median(cpu), median(wall), median(peak),
          static_cast<double>(fs::file_size(contestant.output)) / pages};
}

/// Round by round, so that a busy moment of the machine falls on all alike.
std::vector<Figures> measure_all(const std::vector<Contestant>& all, const Options& options,
                                 double pages) {
  std::map<std::string, std::vector<Usage>> usage;
  for (int run = 0; run < options.runs; ++run) {
    for (const Contestant& contestant : all) {
      usage[contestant.name].push_back(run_measured(contestant.command, contestant.environment));
    }
  }
  std::vector<Figures> figures;
  for (const Contestant& contestant : all) {
    figures.push_back(figures_of(contestant, usage[contestant.name], pages));
  }
  return figures;
}

/// Ours on one worker over many pages, and over a tenth of them: memory must not grow with pages.
std::vector<Figures> measure_long(const Options& options, const BenchPages& pages,
                                  const fs::path& folder) {
  std::vector<Figures> figures;
  for (const int count : {options.long_pages / 10, options.long_pages}) {
    std::vector<fs::path> images;
    for (int i = 0; i < count; ++i) {
      const fs::path link = folder / ("long-" + std::to_string(i) + ".jpg");
      if (!fs::exists(link)) fs::create_symlink(pages.images[i % pages.images.size()], link);
      images.push_back(link);
    }
    Contestant contestant = sohoa_contestant(options.sohoa, "-j1", images, folder);
    contestant.name += ", " + std::to_string(count) + " pages";
    figures.push_back(
        figures_of(contestant, {run_measured(contestant.command, {})}, static_cast<double>(count)));
  }
  return figures;
}

Json json_of(const std::vector<Figures>& figures) {
  Json json;
  for (const Figures& row : figures) {
    json["cpu_seconds_per_page"][row.name] = rounded(row.cpu_seconds_per_page, 4);
    json["wall_seconds_per_page"][row.name] = rounded(row.wall_seconds_per_page, 4);
    json["peak_mb"][row.name] = rounded(row.peak_mb, 1);
    json["bytes_per_page"][row.name] = rounded(row.bytes_per_page, 0);
  }
  return json;
}

std::string table_of(const std::vector<Figures>& figures) {
  std::string table =
      "                                 cpu s/page   as sohoa -j1   wall s/page   peak MB   "
      "KB/page\n";
  for (const Figures& row : figures) {
    std::array<char, 200> line{};
    std::snprintf(line.data(), line.size(), "%-32s %10.2f %13.2fx %13.2f %9.0f %9.0f\n",
                  row.name.c_str(), row.cpu_seconds_per_page,
                  row.cpu_seconds_per_page / figures.front().cpu_seconds_per_page,
                  row.wall_seconds_per_page, row.peak_mb, row.bytes_per_page / 1000);
    table += line.data();
  }
  return table;
}

int measure(const Options& options) {
  const TemporaryFolder folder;
  const BenchPages pages = make_pages(options, folder.path());
  std::vector<Contestant> all = contestants(options.sohoa, pages, folder.path());
  std::erase_if(all, [](const Contestant& contestant) { return !is_installed(contestant); });
  std::vector<Figures> figures =
      measure_all(all, options, static_cast<double>(pages.images.size()));
  if (options.long_pages > 0) {
    const std::vector<Figures> more = measure_long(options, pages, folder.path());
    figures.insert(figures.end(), more.begin(), more.end());
  }
  std::cout << pages.images.size() << " colour A4 pages, 300 dpi JPEG; medians of " << options.runs
            << " runs\n"
            << table_of(figures);
  if (!options.json_file.empty()) {
    write_file(options.json_file, as_bytes(canonical_json(json_of(figures))));
  }
  return 0;
}

}  // namespace

}  // namespace sohoa::test

int main(int argc, char** argv) {
  sohoa::test::Options options;
  CLI::App app("Measures time, memory and size beside tesseract and ocrmypdf", "bench");
  app.add_option("--sohoa", options.sohoa, "the program to measure");
  app.add_option("--samples", options.samples, "the generator of the pages");
  app.add_option("--json", options.json_file, "write the figures here");
  app.add_option("--runs", options.runs, "of each program; medians count")
      ->check(CLI::Range(1, 99));
  app.add_option("--pages", options.pages, "to draw")->check(CLI::Range(1, 1000));
  app.add_option("--long", options.long_pages, "also sohoa -j1 on so many pages, and a tenth")
      ->check(CLI::Range(10, 10000));
  CLI11_PARSE(app, argc, argv);
  try {
    return sohoa::test::measure(options);
  } catch (const sohoa::Error& error) {
    sohoa::log_error(error.what());
    return static_cast<int>(error.code());
  }
}
