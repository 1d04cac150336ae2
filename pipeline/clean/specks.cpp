#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

#include "pipeline/clean/reduced.h"
#include "pipeline/clean/steps.h"

namespace sohoa {

namespace {

constexpr int kInk = 200;          // of 255: with its grey edge
constexpr double kSpeckMm = 0.45;  // full stops are as large, but stand near a letter
constexpr double kLonelyMm = 1.5;  // dotted lines have a dot every millimetre or so
constexpr double kGrainMm = 0.13;  // one px at 200 dpi: no dot of a letter is as small
constexpr int kPaper = 255;

void erase_lonely(cv::Mat& grey, int size, int distance);

}  // namespace

/// A speck is ink that fits into a small window with nothing but paper around the window: told by
/// two sums over windows that are equal. The ring keeps dots of letters, full stops and dotted
/// lines, which are never alone.
void remove_specks(Draft& draft) {
  const auto px = [&](double mm) { return std::max(1, cvRound(px_of_mm(draft, mm))); };
  erase_lonely(draft.grey, px(kGrainMm), 1);
  erase_lonely(draft.grey, px(kSpeckMm), px(kLonelyMm));
}

namespace {

void erase_lonely(cv::Mat& grey, int size, int distance) {
  cv::Mat ink;
  cv::threshold(grey, ink, kInk, 1, cv::THRESH_BINARY_INV);
  const cv::Size inner(size | 1, size | 1);
  const cv::Size outer(inner.width + 2 * distance, inner.height + 2 * distance);
  cv::Mat within, around;
  cv::boxFilter(ink, within, CV_16U, inner, {-1, -1}, false, cv::BORDER_CONSTANT);
  cv::boxFilter(ink, around, CV_16U, outer, {-1, -1}, false, cv::BORDER_CONSTANT);
  cv::Mat lonely = (within == around) & (within > 0);
  if (cv::countNonZero(lonely) == 0) return;
  cv::dilate(lonely, lonely, cv::Mat::ones(inner, CV_8UC1));
  grey.setTo(kPaper, lonely);
}

}  // namespace

}  // namespace sohoa
