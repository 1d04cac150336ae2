#include <algorithm>
#include <vector>

#include "pipeline/clean/reduced.h"
#include "pipeline/clean/shapes.h"
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
  std::vector<ShapeRun> runs = find_runs(page.grey, kInk);
  const std::vector<InkShape> shapes = connect(runs);
  const double edge = kEdgeMm * page.px_per_mm;
  double ink = 0;
  int marks = 0;
  for (const auto& [box, pixels] : shapes) {
    ink += pixels;
    const bool in_edge = box.br().x < edge || box.br().y < edge || box.x > page.grey.cols - edge ||
                         box.y > page.grey.rows - edge;
    const int larger = std::max(box.width, box.height);
    const int smaller = std::min(box.width, box.height);
    if (!in_edge && larger >= kSizeMmMin * page.px_per_mm &&
        smaller >= kWidthMmMin * page.px_per_mm) {
      ++marks;
    }
  }
  PageQuality& quality = draft.result.quality;
  quality.ink_share = ink / static_cast<double>(page.grey.total());
  quality.blank = marks < kMarksMin && draft.seals.empty();
}

}  // namespace sohoa
