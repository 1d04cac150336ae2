#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>
#include <vector>

#include "pipeline/clean/reduced.h"
#include "pipeline/clean/shapes.h"
#include "pipeline/clean/steps.h"

namespace sohoa {

namespace {

constexpr double kSearchDpi = 75;
constexpr int kDark = 100;           // lids are black, or nearly
constexpr double kSolidMm = 2;       // no stroke of text is as wide
constexpr double kEdgeDepthMm = 12;  // a dark strip beside the paper is narrower …
constexpr double kSideShare = 0.8;   // … or runs along most of a side
constexpr double kHoleMmMin = 3.5;   // ISO 838 punches 6 mm; some machines smaller
constexpr double kHoleMmMax = 9;
constexpr double kHoleMarginMm = 25;   // centre to edge
constexpr double kHoleFillMin = 0.68;  // of its box; a circle fills 0.785
constexpr double kHoleFillMax = 0.92;
constexpr int kPaper = 255;

cv::Mat not_of_the_paper(const cv::Mat& core, double px_per_mm);

}  // namespace

/// What the scanner saw beside and through the paper becomes paper: black edges, and the holes of a
/// punch. Only solid shapes count, so letters that touch the edge stay.
void remove_borders(Draft& draft) {
  const Reduced page = reduced(draft, kSearchDpi);
  const cv::Mat dark = page.grey < kDark;
  const int solid = std::max(2, cvRound(kSolidMm * page.px_per_mm));
  cv::Mat core;
  const cv::Mat kernel = cv::Mat::ones(solid, solid, CV_8UC1);
  // Outside the image counts as dark, so a strip that is thinner than `solid` is solid at the edge.
  cv::erode(dark, core, kernel, {-1, -1}, 1, cv::BORDER_CONSTANT, cv::Scalar(255));
  cv::dilate(core, core, kernel);
  cv::Mat beside = not_of_the_paper(core, page.px_per_mm);
  if (beside.empty()) return;
  // The opening rounded the corners off, and the edge of the dark is a soft one.
  cv::dilate(beside, beside, cv::Mat::ones(solid + 1, solid + 1, CV_8UC1));
  cv::bitwise_and(beside, dark, beside);
  cv::dilate(beside, beside, cv::Mat::ones(3, 3, CV_8UC1));
  cv::resize(beside, beside, draft.grey.size(), 0, 0, cv::INTER_NEAREST);
  draft.grey.setTo(kPaper, beside);
  draft.copies.forget();
}

namespace {

bool is_beside_paper(const InkShape& shape, const cv::Size& page, double px_per_mm) {
  const cv::Rect& box = shape.box;
  const bool left = box.x == 0;
  const bool right = box.br().x == page.width;
  const bool top = box.y == 0;
  const bool bottom = box.br().y == page.height;
  const double depth = kEdgeDepthMm * px_per_mm;
  const bool upright =
      (left || right) && (box.width <= depth || box.height >= kSideShare * page.height);
  const bool level =
      (top || bottom) && (box.height <= depth || box.width >= kSideShare * page.width);
  return upright || level;
}

bool is_punch_hole(const InkShape& shape, const cv::Size& page, double px_per_mm) {
  const cv::Rect& box = shape.box;
  const double small = std::min(box.width, box.height) / px_per_mm;
  const double large = std::max(box.width, box.height) / px_per_mm;
  if (small < kHoleMmMin || large > kHoleMmMax || large > 1.25 * small) return false;
  const double fill = static_cast<double>(shape.pixels) / box.area();
  if (fill < kHoleFillMin || fill > kHoleFillMax) return false;
  const double x = box.x + box.width / 2.0;
  const double y = box.y + box.height / 2.0;
  const double to_edge = std::min({x, y, page.width - x, page.height - y});
  return to_edge < kHoleMarginMm * px_per_mm;
}

// 255 where solid dark shapes lie beside the paper or shine through it; empty when there are none.
cv::Mat not_of_the_paper(const cv::Mat& core, double px_per_mm) {
  std::vector<ShapeRun> runs = find_runs(255 - core, 255);
  const std::vector<InkShape> shapes = connect(runs);
  cv::Mat mask;
  for (const ShapeRun& run : runs) {
    const InkShape& shape = shapes[run.shape];
    if (!is_beside_paper(shape, core.size(), px_per_mm) &&
        !is_punch_hole(shape, core.size(), px_per_mm)) {
      continue;
    }
    if (mask.empty()) mask = cv::Mat::zeros(core.size(), CV_8UC1);
    mask(cv::Rect(run.x0, run.y, run.x1 - run.x0, 1)).setTo(255);
  }
  return mask;
}

}  // namespace

}  // namespace sohoa
