#include <cmath>
#include <opencv2/imgproc.hpp>

#include "pipeline/clean/steps.h"

namespace sohoa {

namespace {

constexpr double kAspectTolerance = 0.02;  // scanners round: 302 × 301 dpi is square enough
constexpr double kStretchMax = 8;          // a header that claims more is lying

}  // namespace

/// Fax pages have 204 × 98 or 204 × 196 dpi: the coarser axis is stretched to the finer one.
void square_pixels(Draft& draft) {
  const Resolution& dpi = draft.page.dpi;
  if (!(dpi.x > 0 && dpi.y > 0)) return;
  const double finer = std::max(dpi.x, dpi.y);
  const double stretch = finer / std::min(dpi.x, dpi.y);
  if (stretch < 1 + kAspectTolerance || stretch > kStretchMax) return;
  const cv::Size size(static_cast<int>(std::lround(draft.grey.cols * finer / dpi.x)),
                      static_cast<int>(std::lround(draft.grey.rows * finer / dpi.y)));
  cv::Mat square;
  cv::resize(draft.grey, square, size, 0, 0, cv::INTER_CUBIC);
  draft.grey = square;
  draft.copies.forget();
}

}  // namespace sohoa
