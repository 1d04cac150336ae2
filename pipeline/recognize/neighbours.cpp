#include "pipeline/recognize/neighbours.h"

#include <algorithm>

namespace sohoa {

namespace {

constexpr double kOverlapMin = 0.5;  // of the lower mark's height, to stand on one line
constexpr double kFullHeight = 0.7;  // of the letter before; less may be a comma

bool on_one_line(const Box& a, const Box& b) {
  return overlap_of(a.top, a.bottom, b.top, b.bottom) >=
         kOverlapMin * std::min(a.height(), b.height());
}

}  // namespace

std::vector<int> right_neighbours(const Ink& ink, const MarkRows& rows, int letter,
                                  double gap_max) {
  const Box& box = ink.marks[letter].box;
  std::vector<int> neighbours;
  double full_left = box.right + gap_max;
  for (int row = rows.row_of(box.top); row <= rows.row_of(box.bottom); ++row) {
    const std::vector<int>& in_row = rows.at(row);
    auto next = std::upper_bound(in_row.begin(), in_row.end(), box.left,
                                 [&](double x, int i) { return x < ink.marks[i].box.left; });
    for (; next != in_row.end() && ink.marks[*next].box.left <= full_left; ++next) {
      const Box& other = ink.marks[*next].box;
      if (*next == letter || !on_one_line(box, other)) continue;
      neighbours.push_back(*next);
      if (other.height() >= kFullHeight * box.height()) full_left = other.left;
    }
  }
  return neighbours;
}

}  // namespace sohoa
