#include "tests/bench/stage_times.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "tests/bench/measure.h"

namespace sohoa::test {

namespace {

double mean(const std::vector<double>& values) {
  double sum = 0;
  for (const double value : values) sum += value;
  return values.empty() ? 0 : sum / static_cast<double>(values.size());
}

std::string row_of(const StageFigures& stage) {
  std::array<char, 120> line{};
  std::snprintf(line.data(), line.size(), "%-40s %10.2f %10.2f\n", stage.name.c_str(),
                stage.median_ms, stage.mean_ms);
  return line.data();
}

}  // namespace

void StageTimes::add(const std::string& stage, int page, double ms) {
  auto found = std::find_if(stages_.begin(), stages_.end(),
                            [&stage](const Stage& known) { return known.name == stage; });
  if (found == stages_.end()) found = stages_.insert(stages_.end(), {stage, {}});
  const std::size_t pages = static_cast<std::size_t>(page) + 1;
  if (found->runs_of_page.size() < pages) found->runs_of_page.resize(pages);
  found->runs_of_page[page].push_back(ms);
}

std::vector<StageFigures> StageTimes::figures() const {
  std::vector<StageFigures> figures;
  for (const Stage& stage : stages_) {
    std::vector<double> pages;
    for (const std::vector<double>& runs : stage.runs_of_page) pages.push_back(median(runs));
    figures.push_back({stage.name, median(pages), mean(pages)});
  }
  return figures;
}

std::string table_of(const std::vector<StageFigures>& figures) {
  std::string table = "cpu ms/page, one thread                      median       mean\n";
  StageFigures sum{"all", 0, 0};
  for (const StageFigures& stage : figures) {
    table += row_of(stage);
    sum.median_ms += stage.median_ms;
    sum.mean_ms += stage.mean_ms;
  }
  return table + row_of(sum);
}

void add_to(Json& json, const std::vector<StageFigures>& figures) {
  for (const StageFigures& stage : figures) {
    json["stage_ms_per_page"][stage.name] = rounded(stage.median_ms, 2);
    json["stage_mean_ms_per_page"][stage.name] = rounded(stage.mean_ms, 2);
  }
}

}  // namespace sohoa::test
