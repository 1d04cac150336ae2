#include "tests/bench/programs.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <iostream>
#include <map>

namespace sohoa::test {

namespace fs = std::filesystem;

namespace {

/// How much more another must use than ours.
struct Bar {
  const char* name;
  const char* theirs;
  const char* ours;
  double Figures::*used;
  double bar;
};

constexpr Bar kBars[] = {
    {"processor time, tesseract / sohoa intake -j1", kTesseract, kIntakeOne,
     &Figures::cpu_seconds_per_page, 12},
    {"processor time, ocrmypdf clean / sohoa intake -j1", kOcrmypdfClean, kIntakeOne,
     &Figures::cpu_seconds_per_page, 60},
    {"wall time, sohoa intake -j1 / -j2", kIntakeOne, kIntakeTwo, &Figures::wall_seconds_per_page,
     1.9},
};

Figures figures_of(const Contestant& contestant, const std::vector<Usage>& runs, double pages) {
  std::vector<double> cpu, wall, peak;
  for (const Usage& usage : runs) {
    cpu.push_back(usage.cpu_seconds / pages);
    wall.push_back(usage.wall_seconds / pages);
    peak.push_back(usage.peak_mb);
  }
  return {contestant.name, static_cast<int>(runs.size()),
          median(cpu),     median(wall),
          median(peak),    static_cast<double>(fs::file_size(contestant.output)) / pages};
}

const Figures* find(const std::vector<Figures>& figures, const std::string& name) {
  const auto found = std::find_if(figures.begin(), figures.end(),
                                  [&name](const Figures& row) { return row.name == name; });
  return found == figures.end() ? nullptr : &*found;
}

}  // namespace

std::vector<Figures> measure_programs(const std::vector<Contestant>& all, int runs, int pages) {
  std::vector<Contestant> installed;
  int rounds = 0;
  for (const Contestant& contestant : all) {
    if (!is_installed(contestant)) continue;
    installed.push_back(contestant);
    if (runs > 0) installed.back().runs = runs;
    rounds = std::max(rounds, installed.back().runs);
  }
  std::map<std::string, std::vector<Usage>> usage;
  for (int round = 0; round < rounds; ++round) {
    for (const Contestant& contestant : installed) {
      if (round >= contestant.runs) continue;
      std::cerr << "round " << round + 1 << ": " << contestant.name << std::endl;
      usage[contestant.name].push_back(run_measured(contestant.command, contestant.environment));
    }
  }
  std::vector<Figures> figures;
  for (const Contestant& contestant : installed) {
    figures.push_back(figures_of(contestant, usage[contestant.name], pages));
  }
  return figures;
}

std::vector<Figures> measure_long(const std::string& sohoa, int long_pages, const BenchPages& pages,
                                  const fs::path& folder) {
  std::vector<Figures> figures;
  for (const int count : {long_pages / 10, long_pages}) {
    std::vector<fs::path> images;
    for (int i = 0; i < count; ++i) {
      const fs::path link = folder / ("long-" + std::to_string(i) + ".jpg");
      if (!fs::exists(link)) fs::create_symlink(pages.images[i % pages.images.size()], link);
      images.push_back(link);
    }
    Contestant contestant = intake_contestant(sohoa, "-j1", images, folder);
    contestant.name += ", " + std::to_string(count) + " pages";
    figures.push_back(figures_of(contestant, {run_measured(contestant.command, {})}, count));
  }
  return figures;
}

std::vector<Ratio> ratios_of(const std::vector<Figures>& figures) {
  std::vector<Ratio> ratios;
  for (const Bar& bar : kBars) {
    const Figures* theirs = find(figures, bar.theirs);
    const Figures* ours = find(figures, bar.ours);
    if (theirs == nullptr || ours == nullptr) continue;
    ratios.push_back({bar.name, theirs->*bar.used / ours->*bar.used, bar.bar});
  }
  return ratios;
}

std::string table_of(const std::vector<Figures>& figures) {
  std::string table =
      "                                 cpu s/page   as the first   wall s/page   peak MB   "
      "KB/page  "
      " runs\n";
  for (const Figures& row : figures) {
    std::array<char, 200> line{};
    std::snprintf(line.data(), line.size(), "%-32s %10.3f %13.1fx %13.3f %9.0f %9.0f %6d\n",
                  row.name.c_str(), row.cpu_seconds_per_page,
                  row.cpu_seconds_per_page / figures.front().cpu_seconds_per_page,
                  row.wall_seconds_per_page, row.peak_mb, row.bytes_per_page / 1000, row.runs);
    table += line.data();
  }
  return table;
}

std::string text_of(const std::vector<Ratio>& ratios) {
  std::string text;
  for (const Ratio& ratio : ratios) {
    std::array<char, 200> line{};
    std::snprintf(line.data(), line.size(), "%-52s %6.2fx   bar %gx, %s\n", ratio.name.c_str(),
                  ratio.value, ratio.bar, ratio.value >= ratio.bar ? "met" : "not met");
    text += line.data();
  }
  return text;
}

void add_to(Json& json, const std::vector<Figures>& figures) {
  for (const Figures& row : figures) {
    json["cpu_seconds_per_page"][row.name] = rounded(row.cpu_seconds_per_page, 4);
    json["wall_seconds_per_page"][row.name] = rounded(row.wall_seconds_per_page, 4);
    json["peak_mb"][row.name] = rounded(row.peak_mb, 1);
    json["bytes_per_page"][row.name] = rounded(row.bytes_per_page, 0);
    json["runs"][row.name] = row.runs;
  }
}

void add_to(Json& json, const std::vector<Ratio>& ratios) {
  for (const Ratio& ratio : ratios) {
    json["ratios"][ratio.name] = {{"value", rounded(ratio.value, 2)}, {"bar", ratio.bar}};
  }
}

}  // namespace sohoa::test
