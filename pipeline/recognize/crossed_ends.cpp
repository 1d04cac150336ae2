#include "pipeline/recognize/crossed_ends.h"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <string>

#include "pipeline/recognize/crop.h"
#include "pipeline/recognize/syllable.h"

namespace sohoa {

namespace {

// In letter heights of the strip.
constexpr double kStrokeHeightMin = 3.5;  // of what is no letter
constexpr double kStrokeWidthMin = 8;     // letters that touch are narrower
constexpr std::array<double, 2> kReaches = {1.2, 2.6};
constexpr double kAbove = 1.6;  // the baseline: capitals and ascenders
constexpr double kGapMax = 0.5;
constexpr double kInkWidthMin = 0.35;  // less is the rule of a table
constexpr double kInkMin = 0.15;       // of the square of a letter height

constexpr std::size_t kLettersMin = 3;
constexpr double kBelievedMin = 0.7;
constexpr double kCompletedConfidence = 0.6;  // what a stroke crosses is never sure

/// What big marks leave of ink in a window.
struct StrokeInk {
  double left = std::numeric_limits<double>::max();
  double right = 0;
  double pixels = 0;
  std::vector<int> marks;
};

bool is_stroke(const InkMark& mark, double height) {
  return mark.box.height() > kStrokeHeightMin * height ||
         mark.box.width() > kStrokeWidthMin * height;
}

StrokeInk strokes_in(const Ink& ink, const Box& window, double height) {
  StrokeInk found;
  const int first = std::max(0, static_cast<int>(window.top));
  const int last =
      std::min(static_cast<int>(ink.row_start.size()) - 1, static_cast<int>(window.bottom));
  for (int y = first; y < last; ++y) {
    const auto end = ink.runs.begin() + static_cast<std::ptrdiff_t>(ink.row_start[y + 1]);
    auto run =
        std::lower_bound(ink.runs.begin() + static_cast<std::ptrdiff_t>(ink.row_start[y]), end,
                         window.left, [](const InkRun& r, double x) { return r.x1 <= x; });
    for (; run != end && run->x0 < window.right; ++run) {
      const bool rule = run->x1 - run->x0 > kRuleWidthMin * height;
      if (rule || !is_stroke(ink.marks[run->mark], height)) continue;
      const double left = std::max<double>(run->x0, window.left);
      const double right = std::min<double>(run->x1, window.right);
      found.left = std::min(found.left, left);
      found.right = std::max(found.right, right);
      found.pixels += right - left;
      if (found.marks.empty() || found.marks.back() != run->mark) found.marks.push_back(run->mark);
    }
  }
  std::sort(found.marks.begin(), found.marks.end());
  found.marks.erase(std::unique(found.marks.begin(), found.marks.end()), found.marks.end());
  return found;
}

// Where letters of the line would stand beside it.
Box window_beside(const Strip& strip, LineEnd end, double reach) {
  const Box& box = strip.box;
  Box window = end == LineEnd::kFirst ? Box{box.left - reach, 0, box.left, 0}
                                      : Box{box.right, 0, box.right + reach, 0};
  const double baseline = strip.baseline_at(window.centre().x);
  window.top = baseline - kAbove * strip.letter_height;
  window.bottom = baseline + 1;
  return window;
}

std::optional<Strip> with_strokes(const Ink& ink, const Strip& strip, LineEnd end, double reach) {
  const double height = strip.letter_height;
  const StrokeInk found = strokes_in(ink, window_beside(strip, end, reach * height), height);
  const double gap =
      end == LineEnd::kFirst ? strip.box.left - found.right : found.left - strip.box.right;
  if (found.marks.empty() || gap > kGapMax * height ||
      found.right - found.left < kInkWidthMin * height ||
      found.pixels < kInkMin * height * height) {
    return std::nullopt;
  }
  Strip longer = strip;
  longer.crossing = found.marks;
  (end == LineEnd::kFirst ? longer.box.left : longer.box.right) =
      end == LineEnd::kFirst ? found.left : found.right;
  return longer;
}

/// What `longer` has before or behind `text`; nothing when it does not hold it there.
std::optional<std::string> more_letters(const std::string& text, const std::string& longer,
                                        LineEnd end) {
  const bool first = end == LineEnd::kFirst;
  if (longer.size() <= text.size()) return std::nullopt;
  if (!(first ? longer.ends_with(text) : longer.starts_with(text))) return std::nullopt;
  const std::string more = without_punctuation(first ? longer.substr(0, longer.size() - text.size())
                                                     : longer.substr(text.size()));
  if (more.empty()) return std::nullopt;
  return more;
}

bool others_are_same(const std::vector<Word>& a, const std::vector<Word>& b, std::size_t but) {
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (i != but && a[i].text != b[i].text) return false;
  }
  return true;
}

}  // namespace

std::vector<CrossedEnd> with_crossed_ends(const Ink& ink, const Strip& strip) {
  std::vector<CrossedEnd> crossed;
  if (strip.letters.size() < kLettersMin) return crossed;
  for (const LineEnd end : {LineEnd::kFirst, LineEnd::kLast}) {
    double width = 0;
    for (const double reach : kReaches) {
      std::optional<Strip> longer = with_strokes(ink, strip, end, reach);
      if (!longer || longer->box.width() <= width) continue;
      width = longer->box.width();
      crossed.push_back({end, *std::move(longer)});
    }
  }
  return crossed;
}

void complete_end(std::vector<Word>& words, const CrossedEnd& crossed,
                  const std::vector<Word>& with_strokes) {
  if (words.empty() || with_strokes.size() != words.size()) return;
  const bool first = crossed.end == LineEnd::kFirst;
  const std::size_t at = first ? 0 : words.size() - 1;
  Word& word = words[at];
  const Word& longer = with_strokes[at];
  const auto more = more_letters(word.text, longer.text, crossed.end);
  if (!more || longer.confidence < kBelievedMin || !others_are_same(words, with_strokes, at))
    return;
  const std::string text = first ? *more + word.text : word.text + *more;
  if (!is_syllable(without_punctuation(text))) return;
  const Box& strip = crossed.strip.box;
  word.text = text;
  word.confidence = kCompletedConfidence;
  (first ? word.box.left : word.box.right) =
      first ? std::min(word.box.left, strip.left) : std::max(word.box.right, strip.right);
}

}  // namespace sohoa
