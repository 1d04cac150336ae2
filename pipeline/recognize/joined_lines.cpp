#include "pipeline/recognize/joined_lines.h"

#include <algorithm>
#include <optional>

#include "pipeline/recognize/mark_rows.h"

namespace sohoa {

namespace {

// In letter heights.
constexpr double kTallMin = 1.4;
constexpr double kAsideMax = 0.8;  // from the mark to the letters beside it
constexpr double kWidthMax = 8;    // of a letter beside it
constexpr double kBesideHeightMin = 0.6;
constexpr double kLineOverlapMax = 0.1;  // of what stands over another line and of that below
constexpr double kPartMin = 0.3;

constexpr double kBesideShareMin = 0.6;  // of a letter's height that lies beside the mark
constexpr int kBesideMax = 16;           // in a row
constexpr double kRuleShare = 0.12;      // of its height, that a line of a table is wide
constexpr int kLinesMax = 4;

class JoinedLines {
 public:
  JoinedLines(Ink& ink, const std::vector<int>& letters, double height)
      : ink_(ink), height_(height), rows_(ink.marks, letters, height) {
    for (const InkMark& mark : ink.marks) left_before_.push_back(mark.box.left);
  }

  /// The parts that the mark was cut into, from the top; none: it is of one line.
  std::vector<int> cut(int mark) {
    std::vector<int> parts{mark};
    for (int line = 1; line < kLinesMax; ++line) {
      const std::optional<int> y = gap_beside(parts.back());
      if (!y) break;
      parts.push_back(cut_at(parts.back(), *y));
    }
    if (parts.size() == 1) parts.clear();
    return parts;
  }

 private:
  // From the highest to the lowest.
  std::vector<Box> letters_beside(const Box& box, int mark) const {
    std::vector<Box> beside;
    const double from = box.left - (kAsideMax + kWidthMax) * height_;
    const double to = box.right + kAsideMax * height_;
    for (int row = rows_.row_of(box.top); row <= rows_.row_of(box.bottom); ++row) {
      const std::vector<int>& in_row = rows_.at(row);
      auto at = std::lower_bound(in_row.begin(), in_row.end(), from,
                                 [&](int i, double x) { return left_before_[i] < x; });
      int count = 0;
      for (; at != in_row.end() && left_before_[*at] <= to && count < kBesideMax; ++at) {
        const Box& other = ink_.marks[*at].box;
        if (*at == mark || other.right < box.left - kAsideMax * height_) continue;
        if (other.height() < kBesideHeightMin * height_ ||
            overlap_of(box.top, box.bottom, other.top, other.bottom) <
                kBesideShareMin * other.height()) {
          continue;
        }
        beside.push_back(other);
        ++count;
      }
    }
    std::sort(beside.begin(), beside.end(),
              [](const Box& a, const Box& b) { return a.centre().y < b.centre().y; });
    return beside;
  }

  // A brace, or the first letter of a paragraph that is two lines high, has letters on one side.
  static bool has_both_sides(const std::vector<Box>& beside, double x) {
    const auto is_left = [&](const Box& box) { return box.centre().x < x; };
    return std::any_of(beside.begin(), beside.end(), is_left) &&
           !std::all_of(beside.begin(), beside.end(), is_left);
  }

  // Where the lines beside a tall mark part.
  std::optional<int> gap_beside(int mark) const {
    const Box box = ink_.marks[mark].box;
    if (box.height() < kTallMin * height_ || box.width() < kRuleShare * box.height()) {
      return std::nullopt;
    }
    const std::vector<Box> beside = letters_beside(box, mark);
    if (!has_both_sides(beside, box.centre().x)) return std::nullopt;
    double bottom = 0, widest = -kLineOverlapMax * height_;
    std::optional<int> y;
    for (std::size_t i = 0; i + 1 < beside.size(); ++i) {
      bottom = std::max(bottom, beside[i].bottom);
      double top = beside[i + 1].top;
      for (std::size_t k = i + 2; k < beside.size(); ++k) top = std::min(top, beside[k].top);
      const double middle = (bottom + top) / 2;
      if (top - bottom <= widest || middle < box.top + kPartMin * height_ ||
          middle > box.bottom - kPartMin * height_) {
        continue;
      }
      widest = top - bottom;
      y = static_cast<int>(middle);
    }
    return y;
  }

  /// The part from row `y` on.
  int cut_at(int mark, int y) {
    const Box box = ink_.marks[mark].box;
    const int lower = static_cast<int>(ink_.marks.size());
    ink_.marks.push_back({});
    ink_.marks[mark] = {};
    const auto at = [&](std::size_t run) {
      return ink_.runs.begin() + static_cast<std::ptrdiff_t>(run);
    };
    for (int row = static_cast<int>(box.top); row < static_cast<int>(box.bottom); ++row) {
      const auto end = at(ink_.row_start[row + 1]);
      auto run = std::lower_bound(at(ink_.row_start[row]), end, box.left,
                                  [](const InkRun& r, double x) { return r.x0 < x; });
      for (; run != end && run->x1 <= box.right; ++run) {
        if (run->mark != mark) continue;
        if (row >= y) run->mark = lower;
        add_run(*run, ink_.marks[run->mark]);
      }
    }
    return lower;
  }

  Ink& ink_;
  double height_;
  MarkRows rows_;
  std::vector<double> left_before_;  // of each mark, as rows_ has them in order
};

}  // namespace

std::vector<int> cut_joined_lines(Ink& ink, const std::vector<int>& letters,
                                  const std::vector<int>& high, double letter_height) {
  JoinedLines lines(ink, letters, letter_height);
  std::vector<int> parts;
  for (const int letter : letters) {
    const std::vector<int> cut = lines.cut(letter);
    if (!cut.empty()) parts.insert(parts.end(), cut.begin() + 1, cut.end());
  }
  for (const int mark : high) {
    const std::vector<int> cut = lines.cut(mark);
    parts.insert(parts.end(), cut.begin(), cut.end());
  }
  return parts;
}

}  // namespace sohoa
