#pragma once

#include <cstdint>
#include <vector>

#include "models/record/geometry.h"
#include "models/record/image.h"

namespace sohoa {

/// Dark pixels x0 ≤ x < x1 of one row.
struct InkRun {
  int y = 0;
  int x0 = 0;
  int x1 = 0;
  int mark = 0;  // index into Ink::marks
};

/// Dark pixels that touch each other (8-connected).
struct InkMark {
  Box box;
  int pixels = 0;
};

/// The dark pixels of a page, as runs ordered by y, then x.
struct Ink {
  std::vector<InkRun> runs;
  std::vector<InkMark> marks;
  std::vector<std::size_t> row_start;  // first run of each row; height + 1 entries
};

void add_run(const InkRun& run, InkMark& mark);

/// Connected components of the pixels darker than a threshold that Otsu's method picks (Otsu 1979;
/// union-find over runs, after He, Chao, Suzuki 2008). A page with more than kInkRunsMax runs is
/// noise: the rest of it is left out.
Ink find_ink(const Image& grey);

inline constexpr std::size_t kInkRunsMax = 4'000'000;

}  // namespace sohoa
