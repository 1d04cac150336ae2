#pragma once

#include <string>
#include <vector>

#include "models/record/page.h"

namespace sohoa {

struct CleanSettings {
  bool rotate = true;            // find the quarter turns that make the page upright
  std::vector<std::string> off;  // names of steps to leave out, for `./dev quality`
  double dpi_min = 200;          // below it a page gets a finding
};

/// The steps in the order they run, for help texts and the record.
std::vector<std::string> clean_step_names();

/// Makes the pixels that are read from the pixels that were scanned. Throws Error (kUsage) for an
/// unknown name in `off`.
CleanPage clean_page(const ScannedPage& page, const CleanSettings& settings);

}  // namespace sohoa
