#include <algorithm>
#include <array>
#include <opencv2/imgproc.hpp>

#include "pipeline/clean/gain.h"
#include "pipeline/clean/reduced.h"
#include "pipeline/clean/steps.h"

namespace sohoa {

namespace {

constexpr double kEstimateDpi = 75;  // enough for shade, cheap
constexpr double kBridgeMm = 4;      // wider than any stroke of body text
constexpr double kShadeMax = 0.5;    // darker than this share of the page's white is ink

cv::Mat estimate_paper(const Reduced& page);
int value_at_share(const cv::Mat& plane, double share);

}  // namespace

/// Divides by the local brightness of the paper, found by a grey closing (Gonzalez & Woods,
/// Digital Image Processing, 9.6) at low resolution: shade, folds and yellowed paper become white.
void flatten_background(Draft& draft) {
  if (draft.bilevel) return;
  const Reduced page = reduced(draft, kEstimateDpi);
  if (brighten(draft.grey, estimate_paper(page), page.divisor)) draft.copies.forget();
}

namespace {

cv::Mat estimate_paper(const Reduced& page) {
  cv::Mat small;
  const int bridge = 2 * static_cast<int>(kBridgeMm * page.px_per_mm / 2) + 1;
  const cv::Mat kernel = cv::getStructuringElement(cv::MORPH_RECT, {bridge, bridge});
  cv::morphologyEx(page.grey, small, cv::MORPH_CLOSE, kernel);
  cv::blur(small, small, {bridge, bridge});
  const int white = value_at_share(small, 0.9);
  cv::max(small, std::max(1.0, white * kShadeMax), small);
  return small;
}

int value_at_share(const cv::Mat& plane, double share) {
  std::array<std::size_t, 256> histogram{};
  for (int y = 0; y < plane.rows; ++y) {
    const std::uint8_t* row = plane.ptr<std::uint8_t>(y);
    for (int x = 0; x < plane.cols; ++x) ++histogram[row[x]];
  }
  const double wanted = share * static_cast<double>(plane.total());
  double seen = 0;
  for (int value = 0; value < 256; ++value) {
    seen += static_cast<double>(histogram[value]);
    if (seen >= wanted) return value;
  }
  return 255;
}

}  // namespace

}  // namespace sohoa
