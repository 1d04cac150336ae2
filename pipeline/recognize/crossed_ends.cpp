#include "pipeline/recognize/crossed_ends.h"

#include <algorithm>
#include <array>
#include <limits>
#include <string>

#include "pipeline/recognize/syllable.h"

namespace sohoa {

namespace {

// In letter heights.
constexpr double kStrokeSizeMin = 3.5;  // one side of what is no letter
constexpr std::array<double, 2> kReaches = {1.2, 2.6};
constexpr double kGapMax = 0.5;
constexpr double kInkWidthMin = 0.35;  // less is the rule of a table
constexpr double kInkMin = 0.15;       // of the square of a letter height
constexpr double kRunMax = 4;          // longer ones are underlines

constexpr std::size_t kLettersMin = 3;
constexpr std::size_t kStrokesMax = 64;  // on a page: more are a drawing
constexpr double kConfidenceMin = 0.7;
constexpr double kConfidenceMax = 0.6;  // given to such a word: what a stroke crosses is never sure

/// What big marks leave of ink in a window.
struct StrokeInk {
  double left = std::numeric_limits<double>::max();
  double right = 0;
  double pixels = 0;
  std::vector<int> marks;
};

bool is_stroke(const InkMark& mark, double height) {
  return std::max(mark.box.width(), mark.box.height()) > kStrokeSizeMin * height;
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
      if (run->x1 - run->x0 > kRunMax * height || !is_stroke(ink.marks[run->mark], height))
        continue;
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

// The rows of the strip's letters, without tones and tails.
Box window_beside(const Strip& strip, double reach, bool before) {
  Box window = strip.box;
  window.bottom = std::min(window.bottom, strip.baseline_at(window.centre().x) + 1);
  (before ? window.right : window.left) = before ? strip.box.left : strip.box.right;
  (before ? window.left : window.right) = before ? strip.box.left - reach : strip.box.right + reach;
  return window;
}

/// The word with the letters that `longer` has before or behind it; empty text: it has none.
Word lengthened(const Word& word, const Word& longer, bool before) {
  Word whole = longer;
  whole.text.clear();
  const bool holds =
      longer.text.size() > word.text.size() &&
      (before ? longer.text.ends_with(word.text) : longer.text.starts_with(word.text));
  if (!holds || longer.confidence < kConfidenceMin) return whole;
  const std::size_t more = longer.text.size() - word.text.size();
  const std::string letters = without_punctuation(before ? longer.text.substr(0, more)
                                                         : longer.text.substr(word.text.size()));
  const std::string text = before ? letters + word.text : word.text + letters;
  if (!letters.empty() && is_syllable(without_punctuation(text))) whole.text = text;
  return whole;
}

}  // namespace

std::vector<Strip> with_crossed_ends(const Ink& ink, const Strip& strip, double letter_height) {
  std::vector<Strip> longer;
  if (strip.letters.size() < kLettersMin) return longer;
  for (const bool before : {true, false}) {
    for (const double reach : kReaches) {
      const Box window = window_beside(strip, reach * strip.letter_height, before);
      const StrokeInk found = strokes_in(ink, window, letter_height);
      const double gap = before ? strip.box.left - found.right : found.left - strip.box.right;
      if (found.marks.empty() || found.marks.size() > kStrokesMax ||
          gap > kGapMax * letter_height ||
          found.right - found.left < kInkWidthMin * letter_height ||
          found.pixels < kInkMin * letter_height * letter_height) {
        continue;
      }
      Strip one = strip;
      one.crossing = found.marks;
      (before ? one.box.left : one.box.right) = before ? found.left : found.right;
      longer.push_back(std::move(one));
    }
  }
  return longer;
}

void complete(std::vector<Word>& words, const std::vector<Word>& with_strokes) {
  if (words.empty() || with_strokes.size() != words.size()) return;
  for (const bool before : {true, false}) {
    const std::size_t at = before ? 0 : words.size() - 1;
    bool others_same = true;
    for (std::size_t i = 0; i < words.size(); ++i) {
      others_same = others_same && (i == at || words[i].text == with_strokes[i].text);
    }
    const Word whole = lengthened(words[at], with_strokes[at], before);
    if (!others_same || whole.text.empty()) continue;
    words[at] = whole;
    words[at].confidence = std::min(whole.confidence, kConfidenceMax);
    return;
  }
}

}  // namespace sohoa
