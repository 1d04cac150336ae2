#include "pipeline/understand/marks/handwriting.h"

#include <algorithm>

#include "pipeline/understand/marks/ink_colour.h"
#include "pipeline/understand/marks/slots.h"
#include "pipeline/understand/marks/stroke_shape.h"

namespace sohoa {

namespace {

constexpr double kNeighbourMax = 4;  // of a score: one sure word must not outvote all others
constexpr double kNoNeighbours = -2;
constexpr int kNeighbours = 2;  // words on each side
constexpr double kGapMax = 3;   // between words of one mark, in x-heights

/// Weights of a word's features; the second model knows what the first said of its neighbours.
struct WordWeights {
  double base, contrast, width, blueness, paleness, doubt, above, length, label, tall, neighbours;
};
constexpr WordWeights kAlone{-3.70, -19.2, -1.05, 3.33, 7.0, 4.84, -0.76, -0.122, -0.78, 4.5, 0};
constexpr WordWeights kAmongOthers{-2.04, -14.6, 0.40,  2.25, 4.4, 3.85,
                                   0.05,  -0.17, -1.35, 4.74, 1.02};

double score_of(const WordEvidence& word, const WordWeights& weights, double neighbours) {
  const auto within = [](double value, double low, double high) {
    return std::clamp(value, low, high);
  };
  return weights.base + weights.contrast * within(word.contrast, -0.5, 0.5) +
         weights.width * within(word.width, -0.5, 1) +
         weights.blueness * within(word.blueness, 0, 0.5) +
         weights.paleness * within(word.paleness, -0.1, 0.3) + weights.doubt * word.doubt +
         weights.above * within(word.above, 0.8, 2.6) + weights.length * word.length +
         weights.label * (word.is_label ? 1 : 0) +
         weights.tall * (word.is_digits ? within(word.above - 1.45, 0, 0.6) : 0) +
         weights.neighbours * neighbours;
}

/// Above 0: by pen.
std::vector<double> scores_of(const std::vector<WordEvidence>& words) {
  std::vector<double> alone(words.size()), scores(words.size());
  for (std::size_t i = 0; i < words.size(); ++i) alone[i] = score_of(words[i], kAlone, 0);
  const int count = static_cast<int>(words.size());
  for (int i = 0; i < count; ++i) {
    double sum = 0;
    int beside = 0;
    for (int j = std::max(0, i - kNeighbours); j <= std::min(count - 1, i + kNeighbours); ++j) {
      if (j == i || words[j].line != words[i].line) continue;
      sum += std::clamp(alone[j], -kNeighbourMax, kNeighbourMax);
      ++beside;
    }
    scores[i] = score_of(words[i], kAmongOthers, beside > 0 ? sum / beside : kNoNeighbours);
  }
  return scores;
}

bool is_by_pen(const Slot& slot, const StrokeShape& shape, const InkColour& colour,
               const PrintOfPage& print) {
  double height = 0;
  for (const InkPart& digit : slot.digits) height = std::max(height, digit.box.height());
  const double tall = std::clamp(height / slot.x_height - 1.5, -0.2, 0.5);
  const double width =
      print.width > 0 ? std::clamp(shape.fit / slot.x_height / print.width - 1, -0.3, 0.6) : 0;
  const double contrast = std::clamp(shape.contrast() - print.contrast, -0.4, 0.3);
  const double blueness = std::clamp(colour.blueness() - print.blueness, 0.0, 0.5);
  return -3.6 + 14.8 * tall + 1.9 * width - 8.1 * contrast + 3.6 * blueness > 0;
}

void add(const Box& box, double x_height, std::vector<Box>& marks) {
  if (!marks.empty()) {
    Box& last = marks.back();
    const bool follows = box.left > last.left && box.left - last.right < kGapMax * x_height &&
                         std::min(box.bottom, last.bottom) > std::max(box.top, last.top);
    if (follows) {
      last = bounds(last, box);
      return;
    }
  }
  marks.push_back(box);
}

}  // namespace

std::vector<Mark> find_handwriting(const ScannedPage& scan, const CleanPage& clean,
                                   const TextPage& text, const InkMap& ink,
                                   const PageEvidence& evidence) {
  std::vector<Box> boxes;
  const std::vector<double> scores = scores_of(evidence.words);
  int line = -1;
  bool before = false;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    const WordEvidence& word = evidence.words[i];
    const bool by_pen = scores[i] > 0;
    if (by_pen && before && word.line == line) {
      add(word.box, word.x_height, boxes);
    } else if (by_pen) {
      boxes.push_back(word.box);
    }
    before = by_pen;
    line = word.line;
  }
  for (const Slot& slot : find_slots(clean, text, ink)) {
    const StrokeShape shape = shape_of(ink, slot.box);
    const InkColour colour = colour_of(scan, clean, ink, slot.box);
    if (is_by_pen(slot, shape, colour, evidence.print)) boxes.push_back(slot.box);
  }
  std::vector<Mark> marks;
  marks.reserve(boxes.size());
  for (const Box& box : boxes) {
    marks.push_back({MarkKind::kHandwriting, clean.to_upright * box});
  }
  return marks;
}

}  // namespace sohoa
