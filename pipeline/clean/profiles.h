#pragma once

#include <opencv2/core.hpp>
#include <vector>

namespace sohoa {

/// Sums of ink along rows, in narrow strips that can be shifted against each other: what a page's
/// rows look like after a small turn, without turning it.
class StripProfiles {
 public:
  /// `ink`: 8 bits, more is darker.
  explicit StripProfiles(const cv::Mat& ink);

  /// How much neighbouring rows differ (Postl 1986) when text leans `degrees` counter-clockwise:
  /// largest for the angle at which lines of text lie level.
  double sharpness(double degrees) const;

 private:
  int rows_;
  std::vector<std::vector<float>> strips_;  // ink by row, left to right
};

struct Lean {
  double degrees = 0;  // counter-clockwise positive
  double sharpness = 0;
};

inline constexpr double kSkewDegreesMax = 10;

/// The best angle between ±kSkewDegreesMax, looked for in steps of `degrees_step`.
Lean find_lean(const StripProfiles& profiles, double degrees_step);

}  // namespace sohoa
