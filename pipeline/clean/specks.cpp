#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>
#include <vector>

#include "pipeline/clean/reduced.h"
#include "pipeline/clean/steps.h"

namespace sohoa {

namespace {

constexpr double kSearchDpi = 150;
constexpr int kInk = 235;          // of 255: one px of a scan is a pale one here
constexpr double kSpeckMm = 0.45;  // full stops are as large, but stand near a letter
constexpr double kLonelyMm = 1.5;  // dotted lines have a dot every millimetre or so
constexpr int kPaper = 255;

}  // namespace

/// A speck is ink that fits into a small window with nothing but paper around the window: told by
/// two sums over windows that are equal. The ring keeps dots of letters, full stops and dotted
/// lines, which are never alone.
void remove_specks(Draft& draft) {
  const Reduced page = reduced(draft, kSearchDpi);
  cv::Mat ink;
  cv::threshold(page.grey, ink, kInk, 1, cv::THRESH_BINARY_INV);
  const int reach = std::max(1, cvRound(kSpeckMm * page.px_per_mm / 2));
  const int far_reach = reach + std::max(1, cvRound(kLonelyMm * page.px_per_mm));
  const cv::Size window(2 * reach + 1, 2 * reach + 1);
  const cv::Size ring(2 * far_reach + 1, 2 * far_reach + 1);
  cv::Mat within, around;
  cv::boxFilter(ink, within, CV_16U, window, {-1, -1}, false, cv::BORDER_CONSTANT);
  cv::boxFilter(ink, around, CV_16U, ring, {-1, -1}, false, cv::BORDER_CONSTANT);
  std::vector<cv::Point> centres;
  cv::findNonZero((within == around) & (within > 0) & (ink > 0), centres);
  const double grow = 1 / page.scale;
  for (const cv::Point& centre : centres) {
    const cv::Point2d corner = cv::Point2d(centre.x - reach, centre.y - reach) * grow;
    const cv::Rect place(cvRound(corner.x), cvRound(corner.y), cvRound(window.width * grow),
                         cvRound(window.height * grow));
    const cv::Rect inside = place & cv::Rect({}, draft.grey.size());
    draft.grey(inside).setTo(kPaper);
    draft.copies.renew(draft.grey, inside);
  }
}

}  // namespace sohoa
