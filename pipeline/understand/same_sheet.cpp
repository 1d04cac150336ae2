#include "pipeline/understand/same_sheet.h"

#include <algorithm>
#include <cmath>

namespace sohoa {

namespace {

constexpr std::size_t kWordsMin = 15;
constexpr std::size_t kHiddenMin = 3;
constexpr std::size_t kStrayShare = 6;   // one of so many hidden words may lie elsewhere
constexpr double kShiftMaxMm = 5;        // a sheet fed twice lies a little otherwise
constexpr double kSureConfidence = 0.9;  // of words that must agree
constexpr double kSameShareMin = 0.96;
constexpr double kLesserShareMin = 0.85;  // of the scan that was read better
constexpr double kNoteShareMax = 0.7;     // of the page's words that a note may hide
constexpr double kNoteSideMmMax = 130;
constexpr double kNoteHeightMmMin = 6;  // between the middles of its first and last line
constexpr double kUnderNoteShareMin = 0.9;

struct Placed {
  const ViewWord* word;
  bool met = false;  // the other page has it at the same place
};

std::vector<Placed> sure_words(const PageView& page) {
  std::vector<Placed> words;
  for (const ViewLine& line : page.lines) {
    for (const ViewWord& word : line.words) {
      const bool sure =
          word.word.confidence >= kSureConfidence && word.letter_end > word.first_letter;
      if (sure) words.push_back({&word});
    }
  }
  return words;
}

bool stand_alike(const ViewWord& a, const ViewWord& b) {
  const Point p = a.mm.centre(), q = b.mm.centre();
  return std::abs(p.x - q.x) < kShiftMaxMm && std::abs(p.y - q.y) < kShiftMaxMm &&
         a.word.text == b.word.text;
}

void meet(std::vector<Placed>& a, std::vector<Placed>& b) {
  for (Placed& one : a) {
    const auto other = std::find_if(b.begin(), b.end(), [&](const Placed& word) {
      return !word.met && stand_alike(*one.word, *word.word);
    });
    if (other == b.end()) continue;
    one.met = other->met = true;
  }
}

double share_met(const std::vector<Placed>& words) {
  const auto met = std::count_if(words.begin(), words.end(), [](const Placed& w) { return w.met; });
  return words.empty() ? 0 : static_cast<double>(met) / static_cast<double>(words.size());
}

bool any_number_missed(const std::vector<Placed>& words) {
  return std::any_of(words.begin(), words.end(), [](const Placed& one) {
    return !one.met && one.word->word.text.find_first_of("0123456789") != std::string::npos;
  });
}

/// Around all but the few that lie farthest from the middle: a word elsewhere was misread.
Box around_most(std::vector<Point>& points) {
  const auto middle_of = [&](auto part) {
    const auto half = points.begin() + static_cast<std::ptrdiff_t>(points.size() / 2);
    std::nth_element(points.begin(), half, points.end(),
                     [&](const Point& a, const Point& b) { return part(a) < part(b); });
    return part(*half);
  };
  const Point middle{middle_of([](const Point& p) { return p.x; }),
                     middle_of([](const Point& p) { return p.y; })};
  const auto far = [&](const Point& p) { return std::hypot(p.x - middle.x, p.y - middle.y); };
  std::sort(points.begin(), points.end(),
            [&](const Point& a, const Point& b) { return far(a) < far(b); });
  points.resize(points.size() - points.size() / kStrayShare);
  Box box{middle.x, middle.y, middle.x, middle.y};
  for (const Point& p : points) {
    box = {std::min(box.left, p.x), std::min(box.top, p.y), std::max(box.right, p.x),
           std::max(box.bottom, p.y)};
  }
  return box;
}

/// Whether the words of `whole` that `covered` lacks stand together, as under a note, with nothing
/// of both among them.
bool lie_under_a_note(const std::vector<Placed>& whole) {
  std::vector<Point> hidden;
  for (const Placed& one : whole) {
    if (!one.met) hidden.push_back(one.word->mm.centre());
  }
  const double share = static_cast<double>(hidden.size()) / static_cast<double>(whole.size());
  if (hidden.size() < kHiddenMin || share > kNoteShareMax) return false;
  const Box note = around_most(hidden);
  if (note.height() < kNoteHeightMmMin) return false;  // a line that was not read
  if (note.width() > kNoteSideMmMax || note.height() > kNoteSideMmMax) return false;
  std::size_t inside = 0, hidden_inside = 0;
  for (const Placed& one : whole) {
    const Point p = one.word->mm.centre();
    const bool in =
        p.x > note.left - 1 && p.x < note.right + 1 && p.y > note.top - 1 && p.y < note.bottom + 1;
    inside += in ? 1 : 0;
    hidden_inside += in && !one.met ? 1 : 0;
  }
  return static_cast<double>(hidden_inside) > kUnderNoteShareMin * static_cast<double>(inside);
}

}  // namespace

Sameness compare_sheets(const PageView& first, const PageView& second) {
  std::vector<Placed> a = sure_words(first), b = sure_words(second);
  if (std::min(a.size(), b.size()) < kWordsMin) return Sameness::kOther;
  meet(a, b);
  const double of_first = share_met(a), of_second = share_met(b);
  const bool same = std::max(of_first, of_second) >= kSameShareMin &&
                    std::min(of_first, of_second) >= kLesserShareMin;
  if (same) {
    // Papers of one kind differ in their numbers and dates, if in little else.
    return any_number_missed(a) || any_number_missed(b) ? Sameness::kOther : Sameness::kSame;
  }
  if (of_first > of_second && lie_under_a_note(b)) return Sameness::kWithNote;
  if (of_second > of_first && lie_under_a_note(a)) return Sameness::kBelowNote;
  return Sameness::kOther;
}

}  // namespace sohoa
