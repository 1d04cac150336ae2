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

// What is written on a dotted line hides some of its dots; the others stay in step.
constexpr double kHiddenMax = 8;  // distances
constexpr double kOutOfStepMax = 0.15;

class Leaders {
 public:
  Leaders(const Ink& ink, const std::vector<int>& small, double height)
      : marks_(ink.marks),
        height_(height),
        rows_(ink.marks, small, height),
        is_dot_(marks_.size()),
        is_found_(marks_.size()) {
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
    std::vector<int> found;
    for (const int dot : dots_) {
      if (is_found_[dot]) continue;
      std::vector<int> row = row_from(dot);
      if (row.size() < static_cast<std::size_t>(kLeaderDotsMin)) continue;
      add_dots_in_step(row);
      for (const int one : row) {
        if (!is_found_[one]) found.push_back(one);
        is_found_[one] = true;
      }
    }
    std::sort(found.begin(), found.end());
    return found;
  }

 private:
  double side_of(int mark) const {
    return std::max(marks_[mark].box.width(), marks_[mark].box.height());
  }

  // The lower dot of one, which stands where leaders do.
  bool is_colon(int dot) const {
    const Box& box = marks_[dot].box;
    const double top = box.top - kColonReach * height_;
    return any_dot(box.left, box.right, top, box.top, [&](int upper) {
      const Box& other = marks_[upper].box;
      return upper != dot && alike(dot, upper) && other.bottom < box.top && other.bottom > top;
    });
  }

  // Dots from left to right, as long as they go on at the same distance.
  std::vector<int> row_from(int first) const {
    std::vector<int> row{first};
    double distance = kDistanceMax * height_;
    for (;;) {
      const int next = next_dot(row.back(), distance * (row.size() > 1 ? kDistanceRatioMax : 1));
      if (next < 0 || is_found_[next]) return row;
      const double step = marks_[next].box.centre().x - marks_[row.back()].box.centre().x;
      if (row.size() > 1 && step * kDistanceRatioMax < distance) return row;
      distance = step;
      row.push_back(next);
    }
  }

  // -1: none.
  int next_dot(int dot, double distance_max) const {
    const Point from = marks_[dot].box.centre();
    double nearest_x = from.x + std::min(distance_max, kDistanceMax * height_);
    int nearest = -1;
    on_level(dot, from.x, nearest_x, [&](int other) {
      const double x = marks_[other].box.centre().x;
      if (x <= from.x || x > nearest_x) return false;
      nearest = other;
      nearest_x = x;
      return false;
    });
    return nearest;
  }

  // A single dot in step may be a full stop, two are none.
  void add_dots_in_step(std::vector<int>& row) const {
    const Point first = marks_[row.front()].box.centre(), last = marks_[row.back()].box.centre();
    const double step = (last.x - first.x) / static_cast<double>(row.size() - 1);
    for (const double toward : {-step, step}) {
      int at = toward < 0 ? row.front() : row.back();
      for (;;) {
        const int one = dot_in_step(at, toward, kHiddenMax);
        const int two = one < 0 ? -1 : dot_in_step(one, toward, 1);
        if (two < 0) break;
        row.insert(row.end(), {one, two});
        at = two;
      }
    }
  }

  // The nearest one in the direction of `step`; -1: none.
  int dot_in_step(int dot, double step, double steps_max) const {
    const Point from = marks_[dot].box.centre();
    double nearest_steps = steps_max + kOutOfStepMax;
    const double end = from.x + step * nearest_steps;
    int nearest = -1;
    on_level(dot, std::min(from.x, end), std::max(from.x, end), [&](int other) {
      const double steps = (marks_[other].box.centre().x - from.x) / step;
      const bool in_step = steps > 0.5 && std::abs(steps - std::round(steps)) <= kOutOfStepMax;
      if (!in_step || steps > nearest_steps) return false;
      nearest = other;
      nearest_steps = steps;
      return false;
    });
    return nearest;
  }

  // Dots like `dot` with their middles on its level, until `found` is true.
  template <class Found>
  bool on_level(int dot, double left, double right, const Found& found) const {
    const double y = marks_[dot].box.centre().y;
    const double off_level = kOffLevelMax * height_;
    return any_dot(left, right, y - off_level, y + off_level, [&](int other) {
      return other != dot && alike(dot, other) &&
             std::abs(marks_[other].box.centre().y - y) <= off_level && found(other);
    });
  }

  // Whether `found` is true for one of the dots with their middles from left to right.
  template <class Found>
  bool any_dot(double left, double right, double top, double bottom, const Found& found) const {
    for (int row = rows_.row_of(top); row <= rows_.row_of(bottom); ++row) {
      const std::vector<int>& in_row = rows_.at(row);
      auto at = std::lower_bound(in_row.begin(), in_row.end(), left - kDotMax * height_,
                                 [&](int i, double x) { return marks_[i].box.left < x; });
      for (; at != in_row.end() && marks_[*at].box.left <= right; ++at) {
        const double x = marks_[*at].box.centre().x;
        if (is_dot_[*at] && x >= left && x <= right && found(*at)) return true;
      }
    }
    return false;
  }

  bool alike(int a, int b) const {
    const double one = side_of(a), other = side_of(b);
    return std::max(one, other) <= kSideRatioMax * std::min(one, other);
  }

  const std::vector<InkMark>& marks_;
  double height_;
  MarkRows rows_;
  std::vector<bool> is_dot_;
  std::vector<bool> is_found_;
  std::vector<int> dots_;  // from left to right
};

}  // namespace

std::vector<int> find_leaders(const Ink& ink, const std::vector<int>& small, double letter_height) {
  return Leaders(ink, small, letter_height).find();
}

}  // namespace sohoa
