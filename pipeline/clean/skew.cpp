#include <cmath>
#include <opencv2/imgproc.hpp>
#include <vector>

#include "pipeline/clean/steps.h"

namespace sohoa {

namespace {

constexpr double kProfileDpi = 100;
constexpr double kSkewDegreesMax = 10;
constexpr double kCoarseDegrees = 0.25;
constexpr double kFineDegrees = 0.02;
constexpr double kSkewDegreesMin = 0.05;  // less is not worth resampling the page
constexpr int kStripPx = 8;               // narrow enough that a text line stays level in it

class StripProfiles {
 public:
  explicit StripProfiles(const cv::Mat& ink);
  double sharpness(double degrees) const;

 private:
  int rows_;
  std::vector<std::vector<float>> strips_;  // ink by row, left to right
};

cv::Mat ink_at(const Draft& draft, double dpi);

}  // namespace

/// The angle at which the sums of ink along rows differ most from row to row (Postl 1986), the
/// rows being sheared rather than the page turned.
void find_skew(Draft& draft) {
  const StripProfiles profiles(ink_at(draft, kProfileDpi));
  double best = 0;
  double best_score = -1;
  const auto look = [&](double from, double to, double step) {
    const int count = static_cast<int>(std::lround((to - from) / step));
    for (int i = 0; i <= count; ++i) {
      const double score = profiles.sharpness(from + i * step);
      if (score > best_score) {
        best_score = score;
        best = from + i * step;
      }
    }
  };
  look(-kSkewDegreesMax, kSkewDegreesMax, kCoarseDegrees);
  look(best - kCoarseDegrees, best + kCoarseDegrees, kFineDegrees);
  if (std::abs(best) >= kSkewDegreesMin) draft.skew_degrees = best;
}

namespace {

cv::Mat ink_at(const Draft& draft, double dpi) {
  const double scale = std::min(1.0, dpi / draft.dpi);
  cv::Mat small;
  cv::resize(draft.grey, small, {}, scale, scale, cv::INTER_AREA);
  return 255 - small;
}

StripProfiles::StripProfiles(const cv::Mat& ink) : rows_(ink.rows) {
  for (int x = 0; x < ink.cols; x += kStripPx) {
    cv::Mat sums;
    cv::reduce(ink.colRange(x, std::min(x + kStripPx, ink.cols)), sums, 1, cv::REDUCE_SUM, CV_32F);
    strips_.emplace_back(sums.begin<float>(), sums.end<float>());
  }
}

double StripProfiles::sharpness(double degrees) const {
  const double slope = std::tan(degrees * CV_PI / 180) * kStripPx;  // rises to the right
  const int margin = static_cast<int>(std::abs(slope) * strips_.size()) + 2;
  std::vector<float> profile(rows_ + 2 * margin);
  for (std::size_t s = 0; s < strips_.size(); ++s) {
    // Counter-clockwise text climbs, so strips to the right are pushed down to meet it.
    const double shift = slope * (static_cast<double>(s) - strips_.size() / 2.0) + margin;
    const int whole = static_cast<int>(std::floor(shift));
    const float part = static_cast<float>(shift - whole);
    const std::vector<float>& strip = strips_[s];
    for (int y = 0; y < rows_; ++y) {
      profile[y + whole] += strip[y] * (1 - part);
      profile[y + whole + 1] += strip[y] * part;
    }
  }
  double score = 0;
  for (std::size_t y = 1; y < profile.size(); ++y) {
    const double step = profile[y] - profile[y - 1];
    score += step * step;
  }
  return score;
}

}  // namespace

}  // namespace sohoa
