#include "pipeline/clean/profiles.h"

#include <algorithm>
#include <cmath>

namespace sohoa {

namespace {

constexpr int kStripPx = 8;  // narrow enough that a line of text stays level in it

}  // namespace

StripProfiles::StripProfiles(const cv::Mat& ink) : rows_(ink.rows) {
  for (int x = 0; x < ink.cols; x += kStripPx) {
    cv::Mat sums;
    cv::reduce(ink.colRange(x, std::min(x + kStripPx, ink.cols)), sums, 1, cv::REDUCE_SUM, CV_32F);
    strips_.emplace_back(sums.begin<float>(), sums.end<float>());
  }
}

double StripProfiles::sharpness(double degrees) const {
  const double slope = std::tan(degrees * CV_PI / 180) * kStripPx;
  const int margin = static_cast<int>(std::abs(slope) * static_cast<double>(strips_.size())) + 2;
  std::vector<float> profile(static_cast<std::size_t>(rows_ + 2 * margin));
  for (std::size_t s = 0; s < strips_.size(); ++s) {
    // Counter-clockwise text climbs, so strips to the right are pushed down to meet it.
    const double middle = static_cast<double>(strips_.size()) / 2;
    const double shift = slope * (static_cast<double>(s) - middle) + margin;
    const int whole = static_cast<int>(std::floor(shift));
    const float part = static_cast<float>(shift - whole);
    const float* strip = strips_[s].data();
    float* out = profile.data() + whole;
    // Written so that no turn of the loop needs the one before.
    out[0] += strip[0] * (1 - part);
    for (int y = 1; y < rows_; ++y) out[y] += strip[y] * (1 - part) + strip[y - 1] * part;
    out[rows_] += strip[rows_ - 1] * part;
  }
  double score = 0;
  for (std::size_t y = 1; y < profile.size(); ++y) {
    const double step = profile[y] - profile[y - 1];
    score += step * step;
  }
  return score;
}

Lean find_lean(const StripProfiles& profiles, double degrees_step) {
  Lean best{0, -1};
  const int count = static_cast<int>(std::lround(kSkewDegreesMax / degrees_step));
  for (int i = -count; i <= count; ++i) {
    const double degrees = i * degrees_step;
    const double sharpness = profiles.sharpness(degrees);
    if (sharpness > best.sharpness) best = {degrees, sharpness};
  }
  return best;
}

}  // namespace sohoa
