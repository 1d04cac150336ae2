#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "pipeline/clean/reduced.h"
#include "pipeline/clean/shapes.h"
#include "pipeline/clean/steps.h"

namespace sohoa {

namespace {

constexpr double kSearchDpi = 150;
constexpr int kInk = 185;             // of 255
constexpr double kLetterMmMin = 1.2;  // both sides of a letter or of a piece of one …
constexpr double kLetterMmMax = 9;
constexpr double kCutMmMin = 0.3;  // … but for the side that is cut
constexpr int kLettersMin = 4;     // at one edge; dirt comes alone
constexpr double kStripMm = 5;     // shown in the finding

enum Side { kLeft, kTop, kRight, kBottom };
constexpr std::array<const char*, 4> kSideNames = {"left", "top", "right", "bottom"};

std::array<int, 4> count_letters_at_edges(const Reduced& page);
Box strip_at(const Draft& draft, int side);

}  // namespace

/// Letters that touch the edge of the image mean that the paper lay crooked or was larger than the
/// glass, and that text is missing.
void find_cut_edges(Draft& draft) {
  if (draft.result.quality.blank) return;
  const Reduced page = reduced(draft, kSearchDpi);
  const std::array<int, 4> letters = count_letters_at_edges(page);
  for (int side = 0; side < 4; ++side) {
    if (letters[side] < kLettersMin) continue;
    draft.result.quality.cut_edge = true;
    draft.result.findings.push_back(
        {"page.edge-cut", Severity::kWarning, name_of(draft.page.source),
         std::string("text runs into the ") + kSideNames[side] + " edge of the image",
         "lay the paper straight and scan it again", strip_at(draft, side)});
  }
}

namespace {

std::array<int, 4> count_letters_at_edges(const Reduced& page) {
  std::vector<ShapeRun> runs = find_runs(page.grey, kInk);
  const auto is_between = [&](int size, double low, double high) {
    return size >= low * page.px_per_mm && size <= high * page.px_per_mm;
  };
  std::array<int, 4> letters{};
  for (const InkShape& shape : connect(runs)) {
    const cv::Rect& box = shape.box;
    const bool high = is_between(box.height, kLetterMmMin, kLetterMmMax) &&
                      is_between(box.width, kCutMmMin, kLetterMmMax);
    const bool wide = is_between(box.width, kLetterMmMin, kLetterMmMax) &&
                      is_between(box.height, kCutMmMin, kLetterMmMax);
    if (high && box.x == 0) ++letters[kLeft];
    if (wide && box.y == 0) ++letters[kTop];
    if (high && box.br().x == page.grey.cols) ++letters[kRight];
    if (wide && box.br().y == page.grey.rows) ++letters[kBottom];
  }
  return letters;
}

Box strip_at(const Draft& draft, int side) {
  const Image& scan = draft.page.pixels;
  const bool lying = draft.result.quarter_turns % 2 != 0;
  const double width = lying ? scan.height : scan.width;
  const double height = lying ? scan.width : scan.height;
  const double across = px_of_mm(draft, kStripMm) * width / draft.grey.cols;
  const double down = px_of_mm(draft, kStripMm) * height / draft.grey.rows;
  switch (side) {
    case kLeft:
      return {0, 0, across, height};
    case kTop:
      return {0, 0, width, down};
    case kRight:
      return {width - across, 0, width, height};
    default:
      return {0, height - down, width, height};
  }
}

}  // namespace

}  // namespace sohoa
