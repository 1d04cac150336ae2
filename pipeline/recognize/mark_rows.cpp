#include "pipeline/recognize/mark_rows.h"

#include <algorithm>
#include <numeric>

namespace sohoa {

MarkRows::MarkRows(const std::vector<InkMark>& marks, std::vector<int> chosen, double row_height)
    : row_height_(row_height) {
  std::sort(chosen.begin(), chosen.end(),
            [&](int a, int b) { return marks[a].box.left < marks[b].box.left; });
  for (const int i : chosen) {
    const int last = row_of(marks[i].box.bottom);
    if (static_cast<std::size_t>(last) >= rows_.size()) rows_.resize(last + 1);
    for (int row = row_of(marks[i].box.top); row <= last; ++row) rows_[row].push_back(i);
  }
}

int MarkRows::row_of(double y) const { return std::max(0, static_cast<int>(y / row_height_)); }

const std::vector<int>& MarkRows::at(int row) const {
  static const std::vector<int> kNone;
  return static_cast<std::size_t>(row) < rows_.size() ? rows_[row] : kNone;
}

MarkLinks::MarkLinks(std::size_t count) : parent_(count) {
  std::iota(parent_.begin(), parent_.end(), 0);
}

int MarkLinks::root(int mark) {
  while (parent_[mark] != mark) mark = parent_[mark] = parent_[parent_[mark]];
  return mark;
}

void MarkLinks::join(int mark, int to) { parent_[root(mark)] = root(to); }

double overlap_of(double a0, double a1, double b0, double b1) {
  return std::min(a1, b1) - std::max(a0, b0);
}

}  // namespace sohoa
