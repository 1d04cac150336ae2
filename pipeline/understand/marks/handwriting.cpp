#include "pipeline/understand/marks/handwriting.h"

#include <algorithm>
#include <utility>

#include "pipeline/understand/marks/ink_colour.h"
#include "pipeline/understand/marks/rules.h"
#include "pipeline/understand/marks/slots.h"
#include "pipeline/understand/marks/stroke_shape.h"
#include "pipeline/understand/marks/word_score.h"

namespace sohoa {

namespace {

constexpr double kUnreadNeighbourMin = -1;  // a printed label stands before what is filled in
constexpr double kRuleMin = 5;              // length of rules, in x-heights
constexpr double kBesideMax = 5;  // of unread ink, from the words of its line, in x-heights

/// Weights fitted as those of words (word_score.h), on the slots of generated letterheads and of 17
/// real ones; trained on generated ones alone they find the same on the real ones.
bool is_by_pen(const Slot& slot, const StrokeShape& shape, double blueness,
               const PrintOfPage& print) {
  double height = 0;
  for (const InkPart& digit : slot.digits) height = std::max(height, digit.box.height());
  const double tall = std::clamp(height / slot.x_height - 1.5, -0.2, 0.5);
  const double width =
      print.width > 0 ? std::clamp(shape.fit / slot.x_height / print.width - 1, -0.3, 0.6) : 0;
  const double contrast = std::clamp(shape.contrast() - print.contrast, -0.4, 0.3);
  return -3.6 + 14.8 * tall + 1.9 * width - 8.1 * contrast + 3.6 * std::clamp(blueness, 0.0, 0.5) >
         0;
}

/// Ink that no word of print covers, as a word that the reader does not believe in at all.
WordEvidence unread(const ScannedPage& scan, const CleanPage& clean, const InkMap& rest,
                    const InkGroup& group, const PrintOfPage& print) {
  WordEvidence word;
  word.box = group.box;
  word.x_height = print.x_height;
  const StrokeShape shape = shape_of(rest, group.box);
  word.contrast = shape.contrast() - print.contrast;
  word.width = print.width > 0 ? shape.fit / print.x_height / print.width - 1 : 0;
  if (const auto colour = colour_of(scan, clean, rest, group.box)) {
    word.blueness = colour->blueness() - print.blueness;
    word.paleness = print.darkness - colour->darkness();
  }
  word.doubt = 0.9;
  word.above = std::min(1.5, group.box.height() / print.x_height);
  word.length = std::min(6.0, group.box.width() / print.x_height);
  return word;
}

/// Of the nearest words to the left and right on the same line.
double beside_of(const Box& box, double x_height, const std::vector<WordEvidence>& words,
                 const std::vector<double>& scores) {
  double sum = 0;
  int beside = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Box& other = words[i].box;
    const double common = std::min(box.bottom, other.bottom) - std::max(box.top, other.top);
    if (common < 0.4 * std::min(box.height(), other.height())) continue;
    const double gap = std::max(other.left - box.right, box.left - other.right);
    if (gap > kBesideMax * x_height || gap < -0.5 * std::min(box.width(), other.width())) continue;
    sum += std::clamp(scores[i], kUnreadNeighbourMin, kWordScoreMax);
    ++beside;
  }
  return beside > 0 ? sum / beside : kUnreadNeighbourMin;
}

/// Tall strokes reach into the lines around; a mark must not hide print there.
void keep_clear(Box& box, const std::vector<Box>& print) {
  constexpr double kCoveredMax = 0.3;
  constexpr double kHeightMin = 0.4;
  const Box whole = box;
  for (const Box& word : print) {
    const Box common = intersection(whole, word);
    if (common.empty()) continue;
    if (common.width() * common.height() < kCoveredMax * word.width() * word.height()) continue;
    Box clear = box;
    if (word.centre().y < whole.centre().y) {
      clear.top = std::max(box.top, word.bottom);
    } else {
      clear.bottom = std::min(box.bottom, word.top);
    }
    if (clear.height() >= kHeightMin * whole.height()) box = clear;
  }
}

}  // namespace

Handwriting find_handwriting(const ScannedPage& scan, const CleanPage& clean, const TextPage& text,
                             const InkMap& ink, const InkEvidence& evidence) {
  std::vector<Box> by_pen, print;
  const std::vector<double> scores = scores_of(evidence.words);
  for (std::size_t i = 0; i < scores.size(); ++i) {
    (scores[i] > 0 ? by_pen : print).push_back(evidence.words[i].box);
  }
  for (const Slot& slot : find_slots(clean, text, ink)) {
    const StrokeShape shape = shape_of(ink, slot.box);
    const auto colour = colour_of(scan, clean, ink, slot.box);
    const double blueness = colour ? colour->blueness() - evidence.print.blueness : 0;
    if (is_by_pen(slot, shape, blueness, evidence.print)) by_pen.push_back(slot.box);
  }
  const double x_height = evidence.print.x_height;
  InkMap rest = rest_of(ink, scan, clean, print);
  erase_rules(rest, static_cast<int>(kRuleMin * x_height));
  std::vector<InkPart> parts = parts_of(rest, {0, 0, 1.0 * rest.width(), 1.0 * rest.height()});
  for (const InkGroup& group : letter_groups(parts, x_height)) {
    const double neighbours = beside_of(group.box, x_height, evidence.words, scores);
    const WordEvidence word = unread(scan, clean, rest, group, evidence.print);
    if (weighted(features_of(word, neighbours), kAmongOthers) > 0) by_pen.push_back(group.box);
  }
  for (Box& box : by_pen) keep_clear(box, print);
  return {std::move(by_pen), std::move(print), std::move(rest), std::move(parts)};
}

}  // namespace sohoa
