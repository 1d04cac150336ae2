#include <algorithm>
#include <opencv2/imgproc.hpp>

#include "pipeline/clean/reduced.h"
#include "pipeline/clean/steps.h"

namespace sohoa {

namespace {

constexpr double kSearchDpi = 150;
constexpr int kInk = 185;           // of 255; ink that shines through from the back is paler
constexpr double kEdgeMm = 4;       // nothing is printed so near the edge; residues of borders are
constexpr double kSizeMmMin = 1.6;  // the smaller side is free: a figure 1 is thin, dust is short
constexpr double kWidthMmMin = 0.25;
constexpr int kMarksMin = 1;  // a page number alone is a page with something on it

}  // namespace

/// Blank is a page without one mark as large as a small figure. Dust, holes, borders and the text
/// of the other side do not count; a seal does.
void measure_blank(Draft& draft) {
  const Reduced page = reduced(draft, kSearchDpi);
  const cv::Mat ink = ink_mask(page.grey, kInk);
  PageQuality& quality = draft.result.quality;
  quality.ink_share = static_cast<double>(cv::countNonZero(ink)) / static_cast<double>(ink.total());
  cv::Mat labels, stats, centres;
  const int count = cv::connectedComponentsWithStats(ink, labels, stats, centres);
  const double edge = kEdgeMm * page.px_per_mm;
  int marks = 0;
  for (int i = 1; i < count && marks < kMarksMin; ++i) {
    const int* s = stats.ptr<int>(i);
    const cv::Rect box(s[cv::CC_STAT_LEFT], s[cv::CC_STAT_TOP], s[cv::CC_STAT_WIDTH],
                       s[cv::CC_STAT_HEIGHT]);
    const bool in_edge = box.br().x < edge || box.br().y < edge || box.x > ink.cols - edge ||
                         box.y > ink.rows - edge;
    const int larger = std::max(box.width, box.height);
    const int smaller = std::min(box.width, box.height);
    if (!in_edge && larger >= kSizeMmMin * page.px_per_mm &&
        smaller >= kWidthMmMin * page.px_per_mm) {
      ++marks;
    }
  }
  quality.blank = marks < kMarksMin && draft.seals.empty();
}

}  // namespace sohoa
