#include "tests/quality/mark_scores.h"

#include <algorithm>
#include <cstdio>

namespace sohoa::test {

namespace {

double area(const Box& box) { return box.empty() ? 0 : box.width() * box.height(); }

double common_share(const Box& a, const Box& b) {
  return area(intersection(a, b)) / std::max(1.0, std::min(area(a), area(b)));
}

bool is_covered(const Box& word, const std::vector<Mark>& marks) {
  return std::any_of(marks.begin(), marks.end(), [&](const Mark& mark) {
    return mark.kind == MarkKind::kHandwriting &&
           area(intersection(mark.box, word)) > 0.5 * area(word);
  });
}

MarkCount count(const PageTruth& truth, TruthMarkKind true_kind, const std::vector<Mark>& marks,
                MarkKind kind) {
  MarkCount count;
  const auto matches = [](const Box& a, const Box& b) { return common_share(a, b) > 0.5; };
  for (const TruthMark& real : truth.marks) {
    if (real.kind != true_kind) continue;
    ++count.true_ones;
    count.found += std::any_of(marks.begin(), marks.end(), [&](const Mark& mark) {
      return mark.kind == kind && matches(mark.box, real.box);
    });
  }
  for (const Mark& mark : marks) {
    if (mark.kind != kind) continue;
    count.wrong += std::none_of(truth.marks.begin(), truth.marks.end(), [&](const TruthMark& real) {
      return real.kind == true_kind && matches(mark.box, real.box);
    });
  }
  return count;
}

MarkCount sum(const MarkCount& a, const MarkCount& b) {
  return {a.true_ones + b.true_ones, a.found + b.found, a.wrong + b.wrong};
}

std::string cell(const MarkCount& count) {
  char text[64];
  std::snprintf(text, sizeof text, "  %5d %.3f %.3f", count.true_ones, count.recall(),
                count.precision());
  return text;
}

}  // namespace

MarkScores score_marks(const PageTruth& truth, const std::vector<Mark>& marks) {
  MarkScores scores;
  for (const TruthLine& line : truth.lines) {
    for (const TruthWord& word : line.words) {
      const bool covered = is_covered(word.box, marks);
      if (word.ink == WordInk::kHand) {
        ++scores.handwriting.true_ones;
        scores.handwriting.found += covered;
      } else if (word.ink == WordInk::kPrint) {
        ++scores.printed_words;
        scores.handwriting.wrong += covered;
      }
    }
  }
  scores.seals = count(truth, TruthMarkKind::kSeal, marks, MarkKind::kSeal);
  scores.signatures = count(truth, TruthMarkKind::kSignature, marks, MarkKind::kSignature);
  scores.ticked_boxes = count(truth, TruthMarkKind::kTickedBox, marks, MarkKind::kTickedBox);
  scores.empty_boxes = count(truth, TruthMarkKind::kEmptyBox, marks, MarkKind::kEmptyBox);
  return scores;
}

MarkScores operator+(const MarkScores& a, const MarkScores& b) {
  return {sum(a.handwriting, b.handwriting),
          a.printed_words + b.printed_words,
          sum(a.seals, b.seals),
          sum(a.signatures, b.signatures),
          sum(a.ticked_boxes, b.ticked_boxes),
          sum(a.empty_boxes, b.empty_boxes)};
}

std::string table_of(const std::map<std::string, MarkScores>& scores) {
  std::string table =
      "                 words by pen       print taken    seals               signatures          "
      "ticked              empty\n"
      "                     n recall       for pen            n recall prec.      n recall prec. "
      "     n recall prec.      n recall prec.\n";
  for (const auto& [name, score] : scores) {
    char text[128];
    std::snprintf(text, sizeof text, "%-15s %6d %.3f  %5d of %6d", name.c_str(),
                  score.handwriting.true_ones, score.handwriting.recall(), score.handwriting.wrong,
                  score.printed_words);
    table += text + cell(score.seals) + cell(score.signatures) + cell(score.ticked_boxes) +
             cell(score.empty_boxes) + "\n";
  }
  return table;
}

}  // namespace sohoa::test
