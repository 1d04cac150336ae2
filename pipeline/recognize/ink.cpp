#include "pipeline/recognize/ink.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "pipeline/base/union_find.h"

namespace sohoa {

namespace {

// Cleaned paper is near 255 and print near 0; outside of this range the histogram says nothing.
constexpr int kThresholdMin = 100;
constexpr int kThresholdMax = 190;
constexpr int kHistogramRowStep = 3;

using Histogram = std::array<double, 256>;

// Of some rows: more would not move the threshold. Most of a cleaned page is pure white, which is
// counted eight pixels at a time.
Histogram histogram_of(const Image& grey) {
  std::array<std::array<std::uint32_t, 256>, 2> counts{};
  const std::size_t width = grey.stride();
  for (int y = 0; y < grey.height; y += kHistogramRowStep) {
    const std::uint8_t* row = grey.row(y);
    std::size_t x = 0;
    for (; x + sizeof(std::uint64_t) <= width; x += sizeof(std::uint64_t)) {
      std::uint64_t eight;
      std::memcpy(&eight, row + x, sizeof eight);
      if (eight == ~std::uint64_t{0}) {
        counts[0][255] += sizeof eight;
        continue;
      }
      // Two tables, so that equal neighbours do not wait for each other.
      for (std::size_t k = 0; k < sizeof eight; k += 2) {
        ++counts[0][row[x + k]];
        ++counts[1][row[x + k + 1]];
      }
    }
    for (; x < width; ++x) ++counts[0][row[x]];
  }
  Histogram histogram{};
  for (int level = 0; level < 256; ++level) histogram[level] = counts[0][level] + counts[1][level];
  return histogram;
}

int otsu_threshold(const Image& grey) {
  const Histogram histogram = histogram_of(grey);
  double total = 0, total_sum = 0;
  for (int i = 0; i < 256; ++i) {
    total += histogram[i];
    total_sum += i * histogram[i];
  }
  double below = 0, below_sum = 0, best = -1;
  int threshold = kThresholdMax;
  for (int i = 0; i < 255; ++i) {
    below += histogram[i];
    below_sum += i * histogram[i];
    const double above = total - below;
    if (below == 0 || above == 0) continue;
    const double distance = below_sum / below - (total_sum - below_sum) / above;
    const double between = below * above * distance * distance;
    if (between > best) {
      best = between;
      threshold = i + 1;
    }
  }
  return std::clamp(threshold, kThresholdMin, kThresholdMax);
}

// The first pixel from x on that is darker than the threshold; the row's end if none is.
int next_dark(const std::uint8_t* row, int x, int width, int threshold) {
  constexpr int kBlock = 32;  // looked at as a whole, which compilers do in vectors
  for (; x + kBlock <= width; x += kBlock) {
    std::uint8_t darkest = 255;
    for (int i = 0; i < kBlock; ++i) darkest = std::min(darkest, row[x + i]);
    if (darkest < threshold) break;
  }
  while (x < width && row[x] >= threshold) ++x;
  return x;
}

void add_row_runs(const Image& grey, int y, int threshold, std::vector<InkRun>& runs) {
  const std::uint8_t* row = grey.row(y);
  for (int x = 0; x < grey.width;) {
    x = next_dark(row, x, grey.width, threshold);
    if (x == grey.width) break;
    InkRun run{y, x, x, static_cast<int>(runs.size())};
    while (x < grey.width && row[x] < threshold) ++x;
    run.x1 = x;
    runs.push_back(run);
  }
}

// Unites the runs of one row with those of the row above that they touch, corners included.
void join_rows(const std::vector<InkRun>& runs, std::size_t above, std::size_t row, std::size_t end,
               std::vector<int>& parent) {
  for (std::size_t upper = above, lower = row; upper < row && lower < end;) {
    const InkRun& u = runs[upper];
    const InkRun& l = runs[lower];
    if (u.x0 <= l.x1 && l.x0 <= u.x1) unite(parent, u.mark, l.mark);
    if (u.x1 < l.x1) {
      ++upper;
    } else {
      ++lower;
    }
  }
}

void collect_marks(Ink& ink, std::vector<int>& parent) {
  std::vector<int> mark_of(parent.size(), -1);
  for (InkRun& run : ink.runs) {
    int& mark = mark_of[root_of(parent, run.mark)];
    if (mark < 0) {
      mark = static_cast<int>(ink.marks.size());
      ink.marks.emplace_back();
    }
    run.mark = mark;
    add_run(run, ink.marks[mark]);
  }
}

}  // namespace

void add_run(const InkRun& run, InkMark& mark) {
  mark.box = bounds(mark.box, {static_cast<double>(run.x0), static_cast<double>(run.y),
                               static_cast<double>(run.x1), run.y + 1.0});
  mark.pixels += run.x1 - run.x0;
}

Ink find_ink(const Image& grey) {
  Ink ink;
  const int threshold = otsu_threshold(grey);
  std::vector<int> parent;
  std::size_t above = 0;
  for (int y = 0; y < grey.height; ++y) {
    const std::size_t row = ink.runs.size();
    ink.row_start.push_back(row);
    if (row > kInkRunsMax) continue;
    add_row_runs(grey, y, threshold, ink.runs);
    for (std::size_t i = row; i < ink.runs.size(); ++i) parent.push_back(static_cast<int>(i));
    join_rows(ink.runs, above, row, ink.runs.size(), parent);
    above = row;
  }
  ink.row_start.push_back(ink.runs.size());
  collect_marks(ink, parent);
  return ink;
}

}  // namespace sohoa
