#pragma once

#include <string>
#include <vector>

#include "pipeline/base/json.h"
#include "tests/bench/contestants.h"

namespace sohoa::test {

/// Medians over the runs, of one contestant.
struct Figures {
  std::string name;
  int runs = 0;
  double cpu_seconds_per_page = 0;
  double wall_seconds_per_page = 0;
  double peak_mb = 0;
  double bytes_per_page = 0;
};

/// How many times as fast we are, and how many times we must be.
struct Ratio {
  std::string name;
  double value = 0;
  double bar = 0;
};

/// Those that are installed, round by round, so that a busy moment of the machine falls on all
/// alike. Each as often as it says, or `runs` times if that is not 0.
std::vector<Figures> measure_programs(const std::vector<Contestant>& all, int runs, int pages);

/// sohoa intake -j1 on so many pages, and on a tenth: memory must not grow with pages.
std::vector<Figures> measure_long(const std::string& sohoa, int long_pages, const BenchPages& pages,
                                  const std::filesystem::path& folder);

/// The ratios that have a bar; without those of a program that is not installed.
std::vector<Ratio> ratios_of(const std::vector<Figures>& figures);

std::string table_of(const std::vector<Figures>& figures);
std::string text_of(const std::vector<Ratio>& ratios);
void add_to(Json& json, const std::vector<Figures>& figures);
void add_to(Json& json, const std::vector<Ratio>& ratios);

}  // namespace sohoa::test
