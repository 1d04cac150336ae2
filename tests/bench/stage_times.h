#pragma once

#include <string>
#include <vector>

#include "pipeline/base/json.h"

namespace sohoa::test {

/// Processor milliseconds a page of one stage.
struct StageFigures {
  std::string name;
  double median_ms = 0;  // of the pages
  double mean_ms = 0;
};

/// Gathers what each stage used for each page, run by run; the median of a page's runs counts.
class StageTimes {
 public:
  void add(const std::string& stage, int page, double ms);

  /// In the order in which the stages came.
  std::vector<StageFigures> figures() const;

 private:
  struct Stage {
    std::string name;
    std::vector<std::vector<double>> runs_of_page;
  };

  std::vector<Stage> stages_;
};

std::string table_of(const std::vector<StageFigures>& figures);
void add_to(Json& json, const std::vector<StageFigures>& figures);

}  // namespace sohoa::test
