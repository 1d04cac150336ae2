#include "pipeline/recognize/small_marks.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <tuple>

#include "pipeline/recognize/mark_rows.h"

namespace sohoa {

namespace {

// In parts of the page's letter height.
constexpr double kReachAbove = 0.75;  // Ấ, Ỗ: over the letter, or over the hat
constexpr double kReachBelow = 0.4;   // dots below, commas: under the baseline
constexpr double kReachAside = 0.9;   // full stops, dashes, quotes
constexpr double kDashWidth = 1.0;    // no tone is as wide
constexpr double kFlat = 2.5;         // width to height of a dash
constexpr double kDashTop = 1.2;      // over the baseline

constexpr double kWidthMax = 8;           // of a letter
constexpr std::size_t kReachesMax = 256;  // of a mark; among print it has about ten

// Under the baseline of its line, a mark is a dot close under a letter. Another one, a tone of the
// line below most likely, is given to the line above when there is nothing else.
constexpr double kDotDrop = 0.25;   // of the line's letter height, to the dot's top
constexpr double kDotAside = 0.25;  // of its letter
constexpr double kTailBelow = 0.15;
constexpr double kUnlikely = 0.6;

constexpr double kByMark = 0.25;  // a tone is given by its letter rather than by its hat

constexpr double kCommaShare = 0.3;  // of its distance: what stands on the baseline belongs to it

struct Reach {
  double distance = 0;
  int mark = 0;
  int other = 0;
};

class SmallMarks {
 public:
  SmallMarks(const Ink& ink, const std::vector<int>& small, double height,
             std::vector<Strip>& strips)
      : marks_(ink.marks),
        small_(small),
        height_(height),
        strips_(strips),
        links_(marks_.size()),
        strip_of_(marks_.size(), -1) {
    for (std::size_t s = 0; s < strips.size(); ++s) {
      for (const int letter : strips[s].letters) strip_of_[letter] = static_cast<int>(s);
    }
  }

  void give() {
    for (const Reach& reach : reaches()) {
      const int a = links_.root(reach.mark), b = links_.root(reach.other);
      if (a == b || (strip_of_[a] >= 0 && strip_of_[b] >= 0)) continue;
      if (strip_of_[a] >= 0) {
        if (fits_by_mark(reach.other, strip_of_[a])) links_.join(b, a);
      } else if (strip_of_[b] < 0 || is_letter(reach.other) ||
                 fits_by_mark(reach.mark, strip_of_[b])) {
        links_.join(a, b);
      }
    }
    for (const int mark : small_) {
      const int strip = strip_of_[links_.root(mark)];
      if (strip >= 0) strips_[strip].marks.push_back(mark);
    }
  }

 private:
  std::vector<Reach> reaches() const {
    std::vector<int> all = small_;
    for (const Strip& strip : strips_) {
      all.insert(all.end(), strip.letters.begin(), strip.letters.end());
    }
    const MarkRows rows(marks_, all, height_);
    std::vector<Reach> found;
    for (const int mark : small_) add_reaches(rows, mark, found);
    std::sort(found.begin(), found.end(), [](const Reach& a, const Reach& b) {
      return std::tie(a.distance, a.mark, a.other) < std::tie(b.distance, b.mark, b.other);
    });
    return found;
  }

  void add_reaches(const MarkRows& rows, int mark, std::vector<Reach>& found) const {
    const Box& box = marks_[mark].box;
    const std::size_t found_max = found.size() + kReachesMax;
    const double from = box.left - (kReachAside + kWidthMax) * height_;
    for (int row = rows.row_of(box.top - height_); row <= rows.row_of(box.bottom + height_);
         ++row) {
      const std::vector<int>& in_row = rows.at(row);
      auto at = std::lower_bound(in_row.begin(), in_row.end(), from,
                                 [&](int i, double x) { return marks_[i].box.left < x; });
      for (; at != in_row.end() && marks_[*at].box.left <= box.right + kReachAside * height_;
           ++at) {
        if (*at == mark || found.size() == found_max) continue;
        const std::optional<double> distance = distance_to(mark, *at);
        if (distance) found.push_back({*distance, mark, *at});
      }
    }
  }

  // Below the baseline there are dots and commas only; a dash stands between the letters.
  bool fits(int mark, int strip) const {
    const Box& box = marks_[mark].box;
    const double baseline = strips_[strip].baseline_at(box.centre().x);
    const double top = baseline - kDashTop * strips_[strip].letter_height;
    const bool dash = box.width() > kDashWidth * height_ && box.width() > kFlat * box.height();
    if (dash) return box.centre().y < baseline && box.top > top;
    return box.top <= baseline + kReachBelow * height_;
  }

  bool is_letter(int mark) const { return strip_of_[mark] >= 0; }

  bool hangs_below(int mark, int strip) const {
    const Box& box = marks_[mark].box;
    return box.top >= strips_[strip].baseline_at(box.centre().x);
  }

  bool fits_by_mark(int mark, int strip) const {
    return fits(mark, strip) && !hangs_below(mark, strip);
  }

  // Beside a tail there may be the dot of ỵ, under it none.
  bool is_where_dots_are(const Box& box, const Box& letter, double aside, int strip) const {
    const double baseline = strips_[strip].baseline_at(box.centre().x);
    const bool under_tail =
        box.top > letter.bottom && letter.bottom > baseline + kTailBelow * height_;
    return !under_tail && aside <= kDotAside * height_ &&
           box.top <= baseline + kDotDrop * strips_[strip].letter_height;
  }

  std::optional<double> distance_to(int mark, int other) const {
    const Box& box = marks_[mark].box;
    const Box& to = marks_[other].box;
    const double aside = std::max(0.0, -overlap_of(box.left, box.right, to.left, to.right));
    const double above = std::max(0.0, to.top - box.bottom);
    const double below = std::max(0.0, box.top - to.bottom);
    if (aside > kReachAside * height_ || above > kReachAbove * height_ ||
        below > kReachAbove * height_) {
      return std::nullopt;
    }
    const double distance = std::hypot(aside, above + below);
    if (!is_letter(other)) return above + below > 0 ? distance + kByMark * height_ : distance;
    const int strip = strip_of_[other];
    if (!fits(mark, strip)) return std::nullopt;
    if (hangs_below(mark, strip)) {
      return is_where_dots_are(box, to, aside, strip) ? distance : distance + kUnlikely * height_;
    }
    const double baseline = strips_[strip].baseline_at(box.centre().x);
    const bool comma = box.bottom > baseline - kReachBelow * height_;
    return comma ? distance * kCommaShare : distance;
  }

  const std::vector<InkMark>& marks_;
  const std::vector<int>& small_;
  double height_;
  std::vector<Strip>& strips_;
  MarkLinks links_;
  std::vector<int> strip_of_;
};

}  // namespace

void keep_largest(const Ink& ink, std::vector<int>& small) {
  if (small.size() <= kSmallMarksMax) return;
  const auto end = small.begin() + kSmallMarksMax;
  std::nth_element(small.begin(), end, small.end(), [&](int a, int b) {
    return std::tuple(-ink.marks[a].pixels, a) < std::tuple(-ink.marks[b].pixels, b);
  });
  small.erase(end, small.end());
}

void give_small_marks(const Ink& ink, const std::vector<int>& small, double letter_height,
                      std::vector<Strip>& strips) {
  SmallMarks(ink, small, letter_height, strips).give();
}

}  // namespace sohoa
