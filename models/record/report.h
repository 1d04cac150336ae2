#pragma once

#include <string>
#include <vector>

#include "models/record/finding.h"

namespace sohoa {

/// What a run of the program tells its caller at the end (`sohoa.report/1`).
/// pages_in = pages_out + pages_set_aside, pages that failed being set aside.
struct Report {
  std::string command;  // "convert", "intake"
  std::string output;
  std::string output_sha256;
  int exit_code = 0;
  int pages_in = 0;
  int pages_out = 0;
  int pages_set_aside = 0;
  int pages_failed = 0;
  int papers = 0;
  int words = 0;
  double mean_confidence = 0;
  double seconds = 0;
  std::vector<Finding> findings;
};

}  // namespace sohoa
