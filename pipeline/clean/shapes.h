#pragma once

#include <opencv2/core.hpp>
#include <span>
#include <vector>

namespace sohoa {

/// Ink at x0 ≤ x < x1 of row y.
struct ShapeRun {
  int y = 0;
  int x0 = 0;
  int x1 = 0;
  int pixels = 0;  // of ink; fewer than x1 − x0 where gaps were bridged
  int shape = 0;   // index of the shape that it is part of
};

struct InkShape {
  cv::Rect box;
  int pixels = 0;
};

/// Pixels darker than a level, as runs ordered by y, then x.
std::vector<ShapeRun> find_runs(const cv::Mat& grey, int darker_than);

/// The runs of each row; they must outlive it.
class RunsByRow {
 public:
  RunsByRow(const std::vector<ShapeRun>& runs, int rows);

  /// Those that reach into from ≤ x < to of a row; none for a row beyond the page.
  std::span<const ShapeRun> between(int y, int from, int to) const;

 private:
  const std::vector<ShapeRun>& runs_;
  std::vector<std::size_t> starts_;
};

/// Makes one of neighbouring runs of a row with at most `gap` px between them.
std::vector<ShapeRun> bridge_gaps(const std::vector<ShapeRun>& runs, int gap);

/// Numbers the shapes of runs that touch each other, corners included, or that overlap with at most
/// `gap` rows between them. Union-find over runs (He, Chao, Suzuki 2008), several times as fast as
/// one over pixels. The order of shapes is that of their first runs.
std::vector<InkShape> connect(std::vector<ShapeRun>& runs, int gap = 0);

}  // namespace sohoa
