#include <algorithm>
#include <vector>

#include "pipeline/clean/reduced.h"
#include "pipeline/clean/shapes.h"
#include "pipeline/clean/steps.h"

namespace sohoa {

namespace {

constexpr double kSearchDpi = 150;
constexpr int kInk = 235;          // of 255: one px of a scan is a pale one here
constexpr double kSpeckMm = 0.45;  // full stops are as large, but stand near a letter
constexpr double kLonelyMm = 1.5;  // dotted lines have a dot every millimetre or so
constexpr int kPaper = 255;

/// From a speck's centre, px.
struct Reach {
  int speck = 1;
  int ring = 2;
};

std::vector<cv::Point> find_specks(const cv::Mat& grey, const Reach& reach);
bool is_lonely(const RunsByRow& rows, const cv::Point& centre, const Reach& reach);

}  // namespace

/// A speck is ink that fits into a small window with nothing but paper in a ring around the window.
/// The ring keeps dots of letters, full stops and dotted lines, which are never alone.
void remove_specks(Draft& draft) {
  const Reduced page = reduced(draft, kSearchDpi);
  Reach reach;
  reach.speck = std::max(1, cvRound(kSpeckMm * page.px_per_mm / 2));
  reach.ring = reach.speck + std::max(1, cvRound(kLonelyMm * page.px_per_mm));
  const int side = (2 * reach.speck + 1) * page.divisor;
  for (const cv::Point& centre : find_specks(page.grey, reach)) {
    const cv::Rect place((centre.x - reach.speck) * page.divisor,
                         (centre.y - reach.speck) * page.divisor, side, side);
    const cv::Rect inside = place & cv::Rect({}, draft.grey.size());
    draft.grey(inside).setTo(kPaper);
    draft.copies.renew(draft.grey, inside);
  }
}

namespace {

std::vector<cv::Point> find_specks(const cv::Mat& grey, const Reach& reach) {
  const std::vector<ShapeRun> runs = find_runs(grey, kInk);
  const RunsByRow rows(runs, grey.rows);
  std::vector<cv::Point> centres;
  for (const ShapeRun& run : runs) {
    if (run.x1 - run.x0 > 2 * reach.speck + 1) continue;
    for (int x = run.x0; x < run.x1; ++x) {
      if (is_lonely(rows, {x, run.y}, reach)) centres.emplace_back(x, run.y);
    }
  }
  return centres;
}

// From the centre's own row outwards, because in text that is where the first neighbour stands.
bool is_lonely(const RunsByRow& rows, const cv::Point& centre, const Reach& reach) {
  for (int distance = 0; distance <= reach.ring; ++distance) {
    const int ink_reach = distance <= reach.speck ? reach.speck : -1;
    for (const int y : {centre.y - distance, centre.y + distance}) {
      for (const ShapeRun& run :
           rows.between(y, centre.x - reach.ring, centre.x + reach.ring + 1)) {
        if (run.x0 < centre.x - ink_reach || run.x1 > centre.x + ink_reach + 1) return false;
      }
    }
  }
  return true;
}

}  // namespace

}  // namespace sohoa
