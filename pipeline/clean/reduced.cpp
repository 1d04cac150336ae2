#include "pipeline/clean/reduced.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

namespace sohoa {

Reduced reduced(const Draft& draft, double dpi) {
  // Whole divisors are several times as fast; the result may have a third less dpi than asked for.
  const int divisor = std::max(1, static_cast<int>(std::ceil(draft.dpi / dpi - 0.25)));
  Reduced result;
  const cv::Size size(std::max(1, draft.grey.cols / divisor),
                      std::max(1, draft.grey.rows / divisor));
  const cv::Size covered(std::min(draft.grey.cols, size.width * divisor),
                         std::min(draft.grey.rows, size.height * divisor));
  result.scale = 1.0 / divisor;
  result.px_per_mm = px_of_mm(draft, 1) * result.scale;
  cv::resize(draft.grey(cv::Rect({}, covered)), result.grey, size, 0, 0, cv::INTER_AREA);
  return result;
}

cv::Mat ink_mask(const cv::Mat& grey, int darker_than) { return grey < darker_than; }

}  // namespace sohoa
