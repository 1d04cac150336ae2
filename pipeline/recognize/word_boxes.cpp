#include "pipeline/recognize/word_boxes.h"

#include <algorithm>
#include <cmath>

#include "pipeline/base/text.h"
#include "pipeline/recognize/word_ink.h"

namespace sohoa {

namespace {

constexpr double kPartAtCentre = 0.5;
constexpr double kDistanceCost = 0.5;  // px of gap a px of distance outweighs

// In letter heights.
constexpr double kLowLetterHeight = 0.5;
constexpr double kOffLineMax = 0.25;

struct Gap {
  double left = 0;
  double right = 0;

  double centre() const { return (left + right) * kPartAtCentre; }
  double width() const { return right - left; }
};

std::vector<Gap> gaps_of(const Ink& ink, const Strip& strip) {
  std::vector<Gap> gaps;
  double right = strip.marks.empty() ? 0 : ink.marks[strip.marks.front()].box.left;
  for (const int mark : strip.marks) {
    const Box& box = ink.marks[mark].box;
    if (box.left > right) gaps.push_back({right, box.left});
    right = std::max(right, box.right);
  }
  return gaps;
}

// Where words part, as the recognizer has it. A word's left edge is surer than its right one, which
// libtesseract puts at the end of the line now and then. From left to right, even where boxes do
// not go so.
std::vector<double> rough_parts(const std::vector<Word>& words) {
  std::vector<double> parts;
  for (std::size_t i = 1; i < words.size(); ++i) {
    const double left = words[i].box.left;
    const double part = (std::min(words[i - 1].box.right, left) + left) / 2;
    parts.push_back(parts.empty() ? part : std::max(part, parts.back()));
  }
  return parts;
}

// The increasing choice of one gap for each part with the best sum of scores (dynamic programming).
std::vector<double> choose_gaps(const std::vector<Gap>& gaps, const std::vector<double>& parts) {
  const std::size_t rows = parts.size(), columns = gaps.size();
  const double impossible = -1e18;
  std::vector<std::vector<double>> best(rows + 1, std::vector<double>(columns + 1, impossible));
  best[0].assign(columns + 1, 0.0);
  const auto score = [&](std::size_t part, std::size_t gap) {
    const double distance = std::abs(gaps[gap].centre() - parts[part]);
    return gaps[gap].width() - kDistanceCost * distance;
  };
  for (std::size_t p = 1; p <= rows; ++p) {
    for (std::size_t g = p; g <= columns; ++g) {
      best[p][g] = std::max(best[p][g - 1], best[p - 1][g - 1] + score(p - 1, g - 1));
    }
  }
  std::vector<double> chosen(rows);
  for (std::size_t p = rows, g = columns; p > 0; --g) {
    if (best[p][g] == best[p][g - 1] && g > p) continue;
    chosen[--p] = gaps[g - 1].centre();
  }
  return chosen;
}

// A letter of print that is much smaller than the page's counts as a small mark.
bool is_low_letter(const Ink& ink, const Strip& strip, int mark) {
  const Box& box = ink.marks[mark].box;
  const double baseline = strip.baseline_at(box.centre().x);
  return box.top <= baseline - kLowLetterHeight * strip.letter_height &&
         box.bottom >= baseline - kOffLineMax * strip.letter_height;
}

// The marks between the parts.
std::vector<WordMarks> parted_marks(const Ink& ink, const Strip& strip,
                                    const std::vector<double>& parts) {
  std::vector<WordMarks> words(parts.size() + 1);
  std::vector<int> letters = strip.letters;
  std::sort(letters.begin(), letters.end());
  for (const int mark : strip.marks) {
    const auto part = std::upper_bound(parts.begin(), parts.end(), ink.marks[mark].box.centre().x);
    WordMarks& word = words[static_cast<std::size_t>(part - parts.begin())];
    const bool letter =
        std::binary_search(letters.begin(), letters.end(), mark) || is_low_letter(ink, strip, mark);
    (letter ? word.letters : word.small).push_back(mark);
  }
  return words;
}

}  // namespace

void fit_word_boxes(const Ink& ink, const Strip& strip, std::vector<Word>& words) {
  // A dotted rule is small marks beside words, and takes no letter from them.
  std::erase_if(words, [](const Word& word) { return word.text.empty(); });
  if (words.empty()) return;
  std::vector<double> parts = rough_parts(words);
  const std::vector<Gap> gaps = gaps_of(ink, strip);
  if (gaps.size() >= parts.size()) parts = choose_gaps(gaps, parts);
  const std::vector<WordMarks> marks = parted_marks(ink, strip, parts);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Box box = box_of_word(ink, marks[i], to_code_points(words[i].text), strip.letter_height);
    if (!box.empty()) {
      words[i].box = box;
    } else {
      words[i].box.top = strip.box.top;
      words[i].box.bottom = strip.box.bottom;
      words[i].box = intersection(words[i].box, strip.box);
    }
  }
  std::erase_if(words, [](const Word& word) { return word.box.empty(); });
}

}  // namespace sohoa
