#include "pipeline/acquire/pdf_scan.h"

#include <algorithm>
#include <array>
#include <utility>

namespace sohoa {

namespace {

constexpr double kCoverMin = 0.8;          // of the page, where anything stands beside the scan
constexpr double kOverlayShareMax = 0.25;  // of the page, all overlays together
constexpr int kOverlayCharactersMax = 800;
constexpr double kTolerance = 1.5;  // points

double area(const Box& box) { return box.empty() ? 0 : box.width() * box.height(); }

/// Of the page: overlays lie over each other, so their areas do not add up.
double share_covered(const std::vector<Box>& boxes, const Box& page) {
  constexpr int kCells = 100;
  std::array<std::array<bool, kCells>, kCells> covered{};
  int count = 0;
  for (const Box& box : boxes) {
    const auto cell = [](double position, double length) {
      return std::clamp(static_cast<int>(position / length * kCells), 0, kCells - 1);
    };
    for (int y = cell(box.top, page.bottom); y <= cell(box.bottom, page.bottom); ++y) {
      for (int x = cell(box.left, page.right); x <= cell(box.right, page.right); ++x) {
        if (!std::exchange(covered[y][x], true)) ++count;
      }
    }
  }
  return count / static_cast<double>(kCells * kCells);
}

bool is_within(const Box& inner, const Box& outer) {
  return inner.left >= outer.left - kTolerance && inner.top >= outer.top - kTolerance &&
         inner.right <= outer.right + kTolerance && inner.bottom <= outer.bottom + kTolerance;
}

bool may_be_scan(const ContentMark& mark) {
  if (QPDFObjectHandle(mark.image).isNull() || !mark.opaque || mark.clipped) return false;
  return mark.kind == MarkKind::kImage || (mark.kind == MarkKind::kStencil && mark.black);
}

/// Index of the largest image that may be the scan; -1 when there is none.
int largest_image(const std::vector<ContentMark>& marks, const Box& page) {
  int best = -1;
  double best_area = 0;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    if (!may_be_scan(marks[i])) continue;
    const double visible = area(intersection(marks[i].box, page));
    if (visible > best_area) {
      best = static_cast<int>(i);
      best_area = visible;
    }
  }
  return best;
}

TextLayer layer_of(int visible_characters, int invisible_characters) {
  if (visible_characters > 0) return TextLayer::kVisible;
  return invisible_characters > 0 ? TextLayer::kInvisible : TextLayer::kNone;
}

}  // namespace

PageVerdict judge_page(const PageSurvey& survey, const PageSize& size) {
  PageVerdict drawn;
  drawn.text_layer = layer_of(survey.visible_characters, survey.invisible_characters);
  const Box page{0, 0, size.width_pt, size.height_pt};
  const int index = survey.complete ? largest_image(survey.marks, page) : -1;
  if (index < 0) return drawn;

  PageVerdict verdict;
  const ContentMark& scan = survey.marks[static_cast<std::size_t>(index)];
  const Box covered = intersection(scan.box, page);
  bool text_below = false;
  int overlay_characters = 0;
  for (int i = 0; i < static_cast<int>(survey.marks.size()); ++i) {
    const ContentMark& mark = survey.marks[static_cast<std::size_t>(i)];
    const Box visible = intersection(mark.box, page);
    if (i == index || visible.empty()) continue;
    const bool below = i < index && is_within(visible, covered);
    if (below && scan.kind == MarkKind::kImage) {
      text_below = text_below || mark.kind == MarkKind::kText;
      continue;
    }
    if (i < index && mark.white) continue;
    if (below) return drawn;  // it shines through a stencil
    verdict.overlays.push_back(visible);
    overlay_characters += mark.characters;
  }
  const bool crowded =
      !verdict.overlays.empty() && (area(covered) < kCoverMin * area(page) ||
                                    share_covered(verdict.overlays, page) > kOverlayShareMax ||
                                    overlay_characters > kOverlayCharactersMax);
  if (crowded) return drawn;
  verdict.scan = scan;
  if (survey.invisible_characters > 0 || text_below) verdict.text_layer = TextLayer::kInvisible;
  return verdict;
}

}  // namespace sohoa
