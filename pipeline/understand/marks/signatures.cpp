#include "pipeline/understand/marks/signatures.h"

#include <algorithm>

#include "pipeline/understand/marks/stroke_shape.h"

namespace sohoa {

namespace {

constexpr double kMmPerInch = 25.4;

// Millimetres.
constexpr double kWidthMin = 11;
constexpr double kHeightMin = 5;
constexpr double kWidthMax = 100;
constexpr double kHeightMax = 50;
constexpr double kStrokeMax = 1.2;  // width of a pen's stroke, smeared by a copier
constexpr double kBelowMax = 32;    // the printed line over it
constexpr double kBesideMin = 6;    // free of print to the left and right
constexpr double kPieceMin = 3;     // of a flourish that does not hang on it
constexpr double kPieceGap = 3;
constexpr double kEdgeMin = 1;         // of the page
constexpr double kInkShareMax = 0.35;  // of its box

struct Millimetres {
  double per_px = 1;
  double width(const Box& box) const { return box.width() * per_px; }
  double height(const Box& box) const { return box.height() * per_px; }
};

bool is_stroke(const InkPart& part, const Millimetres& mm) {
  const double width = mm.width(part.box), height = mm.height(part.box);
  return width >= kWidthMin && height >= kHeightMin && width <= kWidthMax && height <= kHeightMax &&
         part.pixels < kInkShareMax * part.box.width() * part.box.height();
}

/// Print over it, and none to its left and right.
bool stands_alone(const Box& box, const std::vector<Box>& print, const Millimetres& mm) {
  const double beside = kBesideMin / mm.per_px, below = kBelowMax / mm.per_px;
  bool has_line_over = false;
  for (const Box& word : print) {
    const double middle = word.centre().y;
    const bool same_columns = word.right > box.left && word.left < box.right;
    if (same_columns && middle < box.centre().y && box.top - word.bottom < below) {
      has_line_over = true;
    }
    const double margin = 0.25 * box.height();
    const bool same_rows = middle > box.top + margin && middle < box.bottom - margin;
    if (same_rows && word.right > box.left - beside && word.left < box.right + beside) return false;
  }
  return has_line_over;
}

void take_in_pieces(Box& signature, const std::vector<InkPart>& parts, const Millimetres& mm) {
  const double gap = kPieceGap / mm.per_px;
  const Box before = signature;
  for (const InkPart& part : parts) {
    if (mm.width(part.box) < kPieceMin && mm.height(part.box) < kPieceMin) continue;
    if (mm.width(part.box) > kWidthMax || mm.height(part.box) > kHeightMax) continue;
    const Point middle = part.box.centre();
    if (middle.x < before.left - gap || middle.x > before.right + gap ||
        middle.y < before.top - gap || middle.y > before.bottom) {
      continue;
    }
    signature = bounds(signature, part.box);
  }
}

}  // namespace

std::vector<Box> find_signatures(const CleanPage& clean, const InkMap& ink,
                                 const std::vector<InkPart>& rest, const std::vector<Box>& print) {
  const Millimetres mm{kMmPerInch / std::max(1.0, clean.dpi)};
  std::vector<Box> signatures;
  const double edge = kEdgeMin / mm.per_px;
  for (const InkPart& part : rest) {
    // Half a seal across joined sheets, shadows.
    if (part.box.left < edge || part.box.right > ink.width() - edge) continue;
    if (!is_stroke(part, mm) || !stands_alone(part.box, print, mm)) continue;
    if (shape_of(ink, part.box).fit * mm.per_px > kStrokeMax) continue;
    Box signature = part.box;
    take_in_pieces(signature, rest, mm);
    bool merged = false;
    for (Box& other : signatures) {
      if (intersection(other, signature).empty()) continue;
      other = bounds(other, signature);
      merged = true;
    }
    if (!merged) signatures.push_back(signature);
    if (signatures.size() > kSignaturesMax) return {};
  }
  return signatures;
}

}  // namespace sohoa
