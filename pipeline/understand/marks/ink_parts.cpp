#include "pipeline/understand/marks/ink_parts.h"

#include <algorithm>
#include <bit>

#include "pipeline/base/union_find.h"

namespace sohoa {

namespace {

struct Run {
  int y = 0;
  int x0 = 0;
  int x1 = 0;
};

/// Runs of a row of bits, from `from` to `to`; a run may go on in the next word.
void add_runs(const InkMap& ink, int y, int from, int to, std::vector<Run>& runs) {
  const std::size_t first = runs.size();
  for (int x = from; x < to; x += 64) {
    std::uint64_t bits = ink.window(x, y);
    if (to - x < 64) bits &= (std::uint64_t{1} << (to - x)) - 1;
    while (bits != 0) {
      const int start = std::countr_zero(bits);
      const std::uint64_t rest = ~(bits >> start);
      const int length = std::countr_zero(rest);
      const int end = start + length;
      if (runs.size() > first && runs.back().x1 == x + start) {
        runs.back().x1 = x + end;
      } else {
        runs.push_back({y, x + start, x + end});
      }
      bits = end >= 64 ? 0 : bits >> end << end;
    }
  }
}

void join(const std::vector<Run>& runs, std::size_t above, std::size_t row, std::size_t end,
          std::vector<int>& parent) {
  for (std::size_t upper = above, lower = row; upper < row && lower < end;) {
    if (runs[upper].x0 <= runs[lower].x1 && runs[lower].x0 <= runs[upper].x1) {
      unite(parent, static_cast<int>(upper), static_cast<int>(lower));
    }
    if (runs[upper].x1 < runs[lower].x1) {
      ++upper;
    } else {
      ++lower;
    }
  }
}

}  // namespace

std::vector<InkPart> parts_of(const InkMap& ink, const Box& box) {
  const Box place = ink.within(box);
  std::vector<Run> runs;
  std::vector<int> parent;
  std::size_t above = 0;
  for (int y = static_cast<int>(place.top); y < static_cast<int>(place.bottom); ++y) {
    const std::size_t row = runs.size();
    add_runs(ink, y, static_cast<int>(place.left), static_cast<int>(place.right), runs);
    if (runs.size() > kInkRunsInBoxMax) break;
    for (std::size_t i = row; i < runs.size(); ++i) parent.push_back(static_cast<int>(i));
    join(runs, above, row, runs.size(), parent);
    above = row;
  }
  runs.resize(parent.size());
  std::vector<InkPart> parts;
  std::vector<int> part_of(runs.size(), -1);
  for (std::size_t i = 0; i < runs.size(); ++i) {
    const Run& run = runs[i];
    const int root = root_of(parent, static_cast<int>(i));
    if (part_of[root] < 0) {
      part_of[root] = static_cast<int>(parts.size());
      parts.emplace_back();
    }
    InkPart& part = parts[part_of[root]];
    part.box = bounds(part.box, {static_cast<double>(run.x0), static_cast<double>(run.y),
                                 static_cast<double>(run.x1), run.y + 1.0});
    part.pixels += run.x1 - run.x0;
  }
  return parts;
}

}  // namespace sohoa
