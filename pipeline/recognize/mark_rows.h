#pragma once

#include <vector>

#include "pipeline/recognize/ink.h"

namespace sohoa {

/// Rows of the page, a letter high, with the marks that reach into them from left to right, so that
/// neighbours are looked for nearby only.
class MarkRows {
 public:
  MarkRows(const std::vector<InkMark>& marks, std::vector<int> chosen, double row_height);

  int row_of(double y) const;
  const std::vector<int>& at(int row) const;

 private:
  double row_height_;
  std::vector<std::vector<int>> rows_;
};

/// Sets of marks that belong together (union-find).
class MarkLinks {
 public:
  explicit MarkLinks(std::size_t count);

  int root(int mark);
  void join(int mark, int to);  // the root of `to` stays the root

 private:
  std::vector<int> parent_;
};

/// Length that two ranges share; negative: the gap between them.
double overlap_of(double a0, double a1, double b0, double b1);

}  // namespace sohoa
