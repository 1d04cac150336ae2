#include "pipeline/recognize/word_boxes.h"

#include <algorithm>
#include <cmath>

namespace sohoa {

namespace {

constexpr double kPartAtCentre = 0.5;
constexpr double kDistanceCost = 0.5;  // px of gap a px of distance outweighs

struct Gap {
  double left = 0;
  double right = 0;

  double centre() const { return (left + right) * kPartAtCentre; }
  double width() const { return right - left; }
};

std::vector<Gap> gaps_of(const Ink& ink, const Strip& strip) {
  std::vector<Gap> gaps;
  double right = strip.box.left;
  for (const int mark : strip.marks) {
    const Box& box = ink.marks[mark].box;
    if (box.left > right) gaps.push_back({right, box.left});
    right = std::max(right, box.right);
  }
  return gaps;
}

// Where words part, as the recognizer has it.
std::vector<double> rough_parts(const std::vector<Word>& words) {
  std::vector<double> parts;
  for (std::size_t i = 1; i < words.size(); ++i) {
    parts.push_back((words[i - 1].box.right + words[i].box.left) / 2);
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

}  // namespace

void fit_word_boxes(const Ink& ink, const Strip& strip, std::vector<Word>& words) {
  if (words.empty()) return;
  std::vector<double> parts = rough_parts(words);
  const std::vector<Gap> gaps = gaps_of(ink, strip);
  if (gaps.size() >= parts.size()) parts = choose_gaps(gaps, parts);
  std::vector<Box> boxes(words.size());
  for (const int mark : strip.marks) {
    const Box& box = ink.marks[mark].box;
    const auto part = std::upper_bound(parts.begin(), parts.end(), box.centre().x);
    Box& around = boxes[static_cast<std::size_t>(part - parts.begin())];
    around = bounds(around, box);
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!boxes[i].empty()) {
      words[i].box = boxes[i];
    } else {
      words[i].box.top = strip.box.top;
      words[i].box.bottom = strip.box.bottom;
      words[i].box = intersection(words[i].box, strip.box);
    }
  }
  std::erase_if(words, [](const Word& word) { return word.box.empty(); });
}

}  // namespace sohoa
