#pragma once

#include <map>
#include <string>
#include <vector>

#include "models/record/mark.h"
#include "samples/truth.h"

namespace sohoa::test {

/// Of one kind of mark: how many there are, how many of them were found, and how many were found
/// that are none.
struct MarkCount {
  int true_ones = 0;
  int found = 0;
  int wrong = 0;

  double recall() const { return true_ones > 0 ? static_cast<double>(found) / true_ones : 1; }
  double precision() const {
    return found + wrong > 0 ? static_cast<double>(found) / (found + wrong) : 1;
  }
};

/// Words by pen that a mark covers, printed words that one covers, and marks of the other kinds
/// that overlap their truth by half.
struct MarkScores {
  MarkCount handwriting;  // words; wrong: printed words
  int printed_words = 0;
  MarkCount seals, signatures, ticked_boxes, empty_boxes;
};

/// `truth`: boxes in the px of the marks.
MarkScores score_marks(const PageTruth& truth, const std::vector<Mark>& marks);

MarkScores operator+(const MarkScores& a, const MarkScores& b);

std::string table_of(const std::map<std::string, MarkScores>& scores);

}  // namespace sohoa::test
