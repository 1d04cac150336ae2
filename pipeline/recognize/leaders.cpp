#include "pipeline/recognize/leaders.h"

#include <algorithm>
#include <cmath>

#include "pipeline/recognize/mark_rows.h"

namespace sohoa {

namespace {

// In letter heights.
constexpr double kDotMax = 0.35;           // side
constexpr double kDistanceMax = 1.4;       // from dot to dot: two spaces between them
constexpr double kOffLevelMax = 0.15;      // from dot to dot
constexpr double kColonReach = 0.9;        // from dot to dot of a colon
constexpr double kDistanceRatioMax = 1.5;  // of the larger distance to the smaller, in one row
constexpr double kSideRatioMax = 2;

// What is written on a dotted line hides some of its dots; those between the letters stay in step.
constexpr double kHiddenMax = 8;  // distances
constexpr double kOutOfStepMax = 0.15;

class Leaders {
 public:
  Leaders(const Ink& ink, const std::vector<int>& small, double height)
      : marks_(ink.marks),
        height_(height),
        rows_(ink.marks, small, height),
        is_dot_(marks_.size()) {
    for (const int mark : small) is_dot_[mark] = side_of(mark) <= kDotMax * height_;
    for (const int mark : small) {
      if (is_dot_[mark] && !is_colon(mark)) dots_.push_back(mark);
    }
    is_dot_.assign(is_dot_.size(), false);
    for (const int dot : dots_) is_dot_[dot] = true;
    std::sort(dots_.begin(), dots_.end(),
              [&](int a, int b) { return marks_[a].box.left < marks_[b].box.left; });
  }

  std::vector<int> find() {
    std::vector<bool> seen(marks_.size());
    std::vector<int> found;
    for (const int dot : dots_) {
      if (seen[dot]) continue;
      std::vector<int> row = row_from(dot);
      if (row.size() < static_cast<std::size_t>(kLeaderDotsMin)) continue;
      add_dots_in_step(row);
      for (const int one : row) seen[one] = true;
      found.insert(found.end(), row.begin(), row.end());
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
  }

 private:
  double side_of(int mark) const {
    return std::max(marks_[mark].box.width(), marks_[mark].box.height());
  }

  // The lower dot of one, which stands where leaders do.
  bool is_colon(int dot) const {
    const Box& box = marks_[dot].box;
    for (int row = rows_.row_of(box.top - kColonReach * height_); row <= rows_.row_of(box.top);
         ++row) {
      for (const int upper : rows_.at(row)) {
        const Box& other = marks_[upper].box;
        if (other.left > box.right) break;
        if (upper == dot || !is_dot_[upper] || !alike(dot, upper)) continue;
        const double middle = other.centre().x;
        const double gap = box.top - other.bottom;
        if (middle > box.left && middle < box.right && gap > 0 && gap < kColonReach * height_) {
          return true;
        }
      }
    }
    return false;
  }

  // Dots from left to right, as long as they go on at the same distance.
  std::vector<int> row_from(int first) const {
    std::vector<int> row{first};
    double distance = kDistanceMax * height_;
    for (;;) {
      const int next = next_dot(row.back(), distance * (row.size() > 1 ? kDistanceRatioMax : 1));
      if (next < 0) return row;
      const double step = marks_[next].box.centre().x - marks_[row.back()].box.centre().x;
      if (row.size() > 1 && step * kDistanceRatioMax < distance) return row;
      distance = step;
      row.push_back(next);
    }
  }

  // -1: none.
  int next_dot(int dot, double distance_max) const {
    const Point from = marks_[dot].box.centre();
    const double reach = std::min(distance_max, kDistanceMax * height_);
    int nearest = -1;
    double nearest_x = from.x + reach;
    const double off_level = kOffLevelMax * height_;
    for (int row = rows_.row_of(from.y - off_level); row <= rows_.row_of(from.y + off_level);
         ++row) {
      const std::vector<int>& in_row = rows_.at(row);
      auto at = std::upper_bound(in_row.begin(), in_row.end(), marks_[dot].box.left,
                                 [&](double x, int i) { return x < marks_[i].box.left; });
      for (; at != in_row.end() && marks_[*at].box.left < nearest_x; ++at) {
        const Point to = marks_[*at].box.centre();
        if (to.x > nearest_x || std::abs(to.y - from.y) > off_level || !is_dot_[*at]) continue;
        if (!alike(dot, *at)) continue;
        nearest = *at;
        nearest_x = to.x;
      }
    }
    return nearest;
  }

  void add_dots_in_step(std::vector<int>& row) const {
    const Point first = marks_[row.front()].box.centre(), last = marks_[row.back()].box.centre();
    const double step = (last.x - first.x) / static_cast<double>(row.size() - 1);
    for (const double direction : {-1.0, 1.0}) {
      int at = direction < 0 ? row.front() : row.back();
      while ((at = dot_in_step(at, direction * step)) >= 0) row.push_back(at);
    }
  }

  // The nearest one in the direction of `step`; -1: none.
  int dot_in_step(int dot, double step) const {
    const Point from = marks_[dot].box.centre();
    int nearest = -1;
    double nearest_steps = kHiddenMax + kOutOfStepMax;
    const double off_level = kOffLevelMax * height_;
    for (int row = rows_.row_of(from.y - off_level); row <= rows_.row_of(from.y + off_level);
         ++row) {
      for (const int mark : rows_.at(row)) {
        const Point to = marks_[mark].box.centre();
        const double steps = (to.x - from.x) / step;
        const bool in_step = steps > 0.5 && std::abs(steps - std::round(steps)) <= kOutOfStepMax;
        if (!in_step || steps > nearest_steps || std::abs(to.y - from.y) > off_level) continue;
        if (!is_dot_[mark] || !alike(dot, mark)) continue;
        nearest = mark;
        nearest_steps = steps;
      }
    }
    return nearest;
  }

  bool alike(int a, int b) const {
    const double one = side_of(a), other = side_of(b);
    return std::max(one, other) <= kSideRatioMax * std::min(one, other);
  }

  const std::vector<InkMark>& marks_;
  double height_;
  MarkRows rows_;
  std::vector<bool> is_dot_;
  std::vector<int> dots_;  // from left to right
};

}  // namespace

std::vector<int> find_leaders(const Ink& ink, const std::vector<int>& small, double letter_height) {
  return Leaders(ink, small, letter_height).find();
}

}  // namespace sohoa
