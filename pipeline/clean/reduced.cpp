#include "pipeline/clean/reduced.h"

#include <algorithm>
#include <opencv2/imgproc.hpp>

namespace sohoa {

Reduced reduced(const Draft& draft, double dpi) {
  // A whole divisor is several times as fast.
  const int divisor = std::max(1, static_cast<int>(draft.dpi / dpi + 0.1));
  Reduced result;
  const cv::Size size(draft.grey.cols / divisor, draft.grey.rows / divisor);
  const cv::Size covered(size.width * divisor, size.height * divisor);
  result.scale = 1.0 / divisor;
  result.px_per_mm = px_of_mm(draft, 1) * result.scale;
  cv::resize(draft.grey(cv::Rect({}, covered)), result.grey, size, 0, 0, cv::INTER_AREA);
  return result;
}

cv::Mat ink_mask(const cv::Mat& grey, int darker_than) { return grey < darker_than; }

}  // namespace sohoa
