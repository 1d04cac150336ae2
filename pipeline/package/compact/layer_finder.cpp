#include "pipeline/package/compact/layer_finder.h"

#include <algorithm>
#include <cmath>

#include "pipeline/package/compact/background.h"
#include "pipeline/package/compact/colour_cells.h"
#include "pipeline/package/compact/ink_mask.h"
#include "pipeline/package/compact/luma.h"
#include "pipeline/package/compact/paper.h"
#include "pipeline/package/compact/reduced.h"

namespace sohoa {

namespace {

constexpr double kBackgroundDpi = 100;  // enough for paper, folds and shade
constexpr double kBridgeMm = 4;         // wider than any stroke of body text
constexpr double kMarginMm = 1;         // around what stands in a box
constexpr int kColourCellsMin = 4;      // fewer are specks, or fringes of black print
constexpr int kUnlikeCellsMin = 6;
constexpr std::size_t kBoxesMax = 24;     // each costs 1 KB beside its pixels
constexpr double kFringeInch = 1.0 / 75;  // how far the colour of JPEG runs out of black print

int fringe_of(double dpi) { return static_cast<int>(std::lround(kFringeInch * dpi)); }

}  // namespace

LayerFinder::LayerFinder(const Image& pixels, double dpi)
    : pixels_(pixels),
      dpi_(dpi),
      divisor_(std::max(1, static_cast<int>(std::lround(dpi_ / kBackgroundDpi)))),
      luma_(luma_of(pixels_)),
      reduced_(block_means(pixels_, divisor_)),
      reduced_luma_(luma_of(reduced_)),
      paper_(paper_under(reduced_, cells_of_mm(kBridgeMm) * 2)),
      all_ink_(find_ink(luma_, luma_of(paper_), {dpi_, divisor_})) {}

void LayerFinder::find() {
  picture_ = colour_cells(reduced_, paper_);
  std::vector<Box> shapes = shapes_of(picture_, kColourCellsMin);
  place(shapes);
  const std::vector<Box> unlike = unlike_shapes();
  if (unlike.empty()) return;
  for (const Box& shape : unlike) mark(shape, picture_);
  shapes.insert(shapes.end(), unlike.begin(), unlike.end());
  place(shapes);
}

double LayerFinder::picture_share() const {
  const auto count = std::count(picture_.marked.begin(), picture_.marked.end(), 1);
  return static_cast<double>(count) / static_cast<double>(picture_.marked.size());
}

double LayerFinder::unlike_share() const {
  double area = 0;
  for (const Box& box : unlike_shapes()) area += box.width() * box.height();
  return area / static_cast<double>(picture_.marked.size());
}

int LayerFinder::cells_of_mm(double mm) const {
  return std::max(1, static_cast<int>(std::lround(mm / 25.4 * dpi_ / cell_side())));
}

void LayerFinder::place(const std::vector<Box>& shapes) {
  const int margin = cells_of_mm(kMarginMm);
  const std::vector<Box> places = places_of(shapes, margin, picture_, kBoxesMax);
  picture_ = widened(picture_, margin);
  keep_within(places, picture_);
  boxes_.clear();
  const Box whole{0, 0, static_cast<double>(pixels_.width), static_cast<double>(pixels_.height)};
  const double side = cell_side();
  for (const Box& place : places) {
    boxes_.push_back(intersection(
        {place.left * side, place.top * side, place.right * side, place.bottom * side}, whole));
  }
  layers_.ink = all_ink_;
  clear(picture_, cell_side(), layers_.ink);
  layers_.ink_grey = mean_under(luma_, layers_.ink);
  layers_.background = background_of(pixels_, layers_.ink, picture_, {divisor_, fringe_of(dpi_)});
}

std::vector<Box> LayerFinder::unlike_shapes() const {
  Cells unlike = unlike_cells(reduced_luma_, layers_, divisor_);
  for (std::size_t i = 0; i < unlike.marked.size(); ++i) {
    unlike.marked[i] = unlike.marked[i] != 0 && picture_.marked[i] == 0 ? 1 : 0;
  }
  return shapes_of(unlike, kUnlikeCellsMin);
}

}  // namespace sohoa
