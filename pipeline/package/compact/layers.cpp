#include "pipeline/package/compact/layers.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "pipeline/package/compact/background.h"
#include "pipeline/package/compact/cells.h"
#include "pipeline/package/compact/colour_cells.h"
#include "pipeline/package/compact/ink_mask.h"
#include "pipeline/package/compact/jpeg_codec.h"
#include "pipeline/package/compact/likeness.h"
#include "pipeline/package/compact/luma.h"
#include "pipeline/package/compact/paper.h"
#include "pipeline/package/compact/reduced.h"

namespace sohoa {

namespace {

constexpr double kDpiMin = 180;         // below, ink of one bit looks frayed
constexpr double kBackgroundDpi = 100;  // enough for paper, folds and shade
constexpr double kBridgeMm = 4;         // wider than any stroke of body text
constexpr double kMarginMm = 1.5;       // around what stands in a box
constexpr int kColourCellsMin = 4;      // fewer are specks, or fringes of black print
constexpr int kUnlikeCellsMin = 6;
constexpr std::size_t kBoxesMax = 24;    // each costs 1 KB beside its pixels
constexpr double kBoxShareMax = 0.4;     // of the page's area
constexpr double kUnlikeShareMax = 0.002;  // the same of what is unlike, with all boxes in place
constexpr int kBackgroundQuality = 50;
constexpr int kBoxQuality = 60;

/// Finds the layers of one page.
class LayerFinder {
 public:
  explicit LayerFinder(const ScannedPage& page)
      : pixels_(page.pixels),
        dpi_(std::min(page.dpi.x, page.dpi.y)),
        divisor_(std::max(1, static_cast<int>(std::lround(dpi_ / kBackgroundDpi)))),
        luma_(luma_of(pixels_)),
        reduced_(block_means(pixels_, divisor_)),
        reduced_luma_(luma_of(reduced_)),
        paper_(paper_under(reduced_, cells_of_mm(kBridgeMm) * 2)),
        all_ink_(find_ink(luma_, luma_of(paper_), {dpi_, divisor_})) {}

  /// Two rounds: what the first shows to be unlike the page goes into boxes too.
  void find() {
    const Cells coloured = colour_cells(reduced_, paper_);
    std::vector<Box> shapes = shapes_of(coloured, kColourCellsMin);
    place(shapes, coloured);
    const Cells unlike = unlike_outside_boxes();
    const std::vector<Box> more = shapes_of(unlike, kUnlikeCellsMin);
    if (!more.empty()) {
      shapes.insert(shapes.end(), more.begin(), more.end());
      place(shapes, unlike);
    }
  }

  int step() const { return divisor_; }  // px of the page per px of the background
  const Layers& layers() const { return layers_; }
  const std::vector<Box>& boxes() const { return boxes_; }

  double box_share() const {
    double area = 0;
    for (const Box& box : boxes_) area += box.width() * box.height();
    return area / (static_cast<double>(pixels_.width) * pixels_.height);
  }

  double unlike_share() const {
    double area = 0;
    const Cells unlike = unlike_outside_boxes();
    for (const Box& box : shapes_of(unlike, kUnlikeCellsMin)) area += box.width() * box.height();
    return area / static_cast<double>(unlike.marked.size());
  }

 private:
  int cell_side() const { return 2 * divisor_; }  // px
  int cells_of_mm(double mm) const {
    return std::max(1, static_cast<int>(std::lround(mm / 25.4 * dpi_ / cell_side())));
  }

  void place(const std::vector<Box>& shapes, const Cells& cells) {
    places_ = places_of(shapes, cells_of_mm(kMarginMm), cells, kBoxesMax);
    boxes_.clear();
    const Box whole{0, 0, static_cast<double>(pixels_.width), static_cast<double>(pixels_.height)};
    const double side = cell_side();
    for (const Box& place : places_) {
      boxes_.push_back(intersection(
          {place.left * side, place.top * side, place.right * side, place.bottom * side}, whole));
    }
    layers_.ink = all_ink_;
    for (const Box& box : boxes_) clear(box, layers_.ink);
    layers_.ink_grey = mean_under(luma_, layers_.ink);
    layers_.background = background_of(pixels_, layers_.ink, boxes_, divisor_);
  }

  Cells unlike_outside_boxes() const {
    Cells unlike = unlike_cells(reduced_luma_, layers_, divisor_);
    for (const Box& place : places_) {
      for (int y = static_cast<int>(place.top); y < static_cast<int>(place.bottom); ++y) {
        for (int x = static_cast<int>(place.left); x < static_cast<int>(place.right); ++x) {
          unlike.at(x, y) = 0;
        }
      }
    }
    return unlike;
  }

  const Image& pixels_;
  double dpi_;
  int divisor_;
  Image luma_;
  Image reduced_;
  Image reduced_luma_;
  Image paper_;
  Bilevel all_ink_;
  std::vector<Box> places_;  // cells
  std::vector<Box> boxes_;   // px
  Layers layers_;
};

std::string percent(double share) { return std::to_string(std::lround(100 * share)) + " %"; }

std::string fault_of(const LayerFinder& found) {
  if (found.box_share() > kBoxShareMax) {
    return "pictures and colour take " + percent(found.box_share()) + " of it, layers allow " +
           percent(kBoxShareMax);
  }
  if (found.unlike_share() > kUnlikeShareMax) return "layers would not look like the scan";
  return {};
}

Image cut(const Image& pixels, const Box& box) {
  Image part{static_cast<int>(box.width()), static_cast<int>(box.height()), pixels.channels, {}};
  const std::size_t left = static_cast<std::size_t>(box.left) * pixels.channels;
  for (int y = 0; y < part.height; ++y) {
    const std::uint8_t* row = pixels.row(static_cast<int>(box.top) + y) + left;
    part.data.insert(part.data.end(), row, row + part.stride());
  }
  return part;
}

std::optional<Layer> coded_box(const ScannedPage& page, const Box& box) {
  const Image part = cut(page.pixels, box);
  std::optional<Bytes> jpeg = packed_jpeg(part, {kBoxQuality, ChromaGrid::kHalved});
  if (!jpeg) return {};
  return Layer{image_of(page, part, Codec::kJpeg, std::move(*jpeg)), placement_of(page, box), {}};
}

bool is_empty(const Bilevel& ink) {
  return std::all_of(ink.data.begin(), ink.data.end(), [](int bits) { return bits == 0; });
}

std::optional<LayeredPicture> coded(const ScannedPage& page, const LayerFinder& found,
                                    BilevelCodecs codecs) {
  const Image& background = found.layers().background;
  std::optional<Bytes> jpeg = packed_jpeg(background, {kBackgroundQuality, ChromaGrid::kHalved});
  if (!jpeg) return {};
  LayeredPicture picture;
  // The last blocks of rows and columns reach over the page's edge.
  const double step = found.step();
  const Box covered{0, 0, background.width * step, background.height * step};
  picture.background = {image_of(page, background, Codec::kJpeg, std::move(*jpeg)),
                        placement_of(page, covered)};
  for (const Box& box : found.boxes()) {
    std::optional<Layer> layer = coded_box(page, box);
    if (!layer) return {};
    picture.layers.push_back(std::move(*layer));
  }
  const Bilevel& ink = found.layers().ink;
  if (is_empty(ink)) return picture;
  std::optional<MasterImage> mask = packed_bilevel(ink, codecs);
  if (!mask) return {};
  const Box whole{0, 0, static_cast<double>(ink.width), static_cast<double>(ink.height)};
  picture.layers.push_back({std::move(*mask), placement_of(page, whole), found.layers().ink_grey});
  return picture;
}

}  // namespace

LayersResult layered(const ScannedPage& page, BilevelCodecs codecs) {
  if (page.pixels.empty() || page.master.bits_per_component == 1 || bilevel_of(page.pixels)) {
    return {};
  }
  const double dpi = std::min(page.dpi.x, page.dpi.y);
  if (!(dpi >= kDpiMin)) {
    return {{}, "scanned at " + std::to_string(std::lround(dpi)) + " dpi, layers need " +
                    std::to_string(std::lround(kDpiMin))};
  }
  LayerFinder finder(page);
  finder.find();
  std::string fault = fault_of(finder);
  if (!fault.empty()) return {{}, std::move(fault)};
  return {coded(page, finder, codecs), {}};
}

}  // namespace sohoa
