#pragma once

#include <opencv2/core.hpp>

#include "pipeline/clean/clean.h"
#include "pipeline/clean/reduced_copies.h"

namespace sohoa {

/// A page between two steps. `grey` is what is being cleaned. Steps change these members, and the
/// turns, measurements and findings in `result`; clean_page fills in the rest of it at the end.
struct Draft {
  const ScannedPage& page;
  const CleanSettings& settings;
  cv::Mat colour{};          // RGB view of the scan's pixels; empty for a grey scan
  cv::Mat grey{};            // 8 bits, 0 is black; turned by result.quarter_turns, px made square
  ReducedCopies copies{};    // of `grey`; a step that changes it says where
  double dpi = 300;          // of `grey`, the larger axis of the scan
  bool bilevel = false;      // the scan has two levels only
  double turn_degrees = 0;   // to be taken out at the end, counter-clockwise positive
  std::vector<Box> seals{};  // scan px
  CleanPage result{};
};

/// Pixels of `grey` in a length on paper.
inline double px_of_mm(const Draft& draft, double mm) { return mm * draft.dpi / 25.4; }

}  // namespace sohoa
