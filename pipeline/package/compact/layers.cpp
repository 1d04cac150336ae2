#include "pipeline/package/compact/layers.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "pipeline/package/compact/background.h"
#include "pipeline/package/compact/cells.h"
#include "pipeline/package/compact/colour_cells.h"
#include "pipeline/package/compact/flattened.h"
#include "pipeline/package/compact/ink_mask.h"
#include "pipeline/package/compact/jpeg_thrift.h"
#include "pipeline/package/compact/likeness.h"
#include "pipeline/package/compact/luma.h"
#include "pipeline/package/compact/paper.h"
#include "pipeline/package/compact/reduced.h"

namespace sohoa {

namespace {

constexpr double kDpiMin = 180;         // below, ink of one bit looks frayed
constexpr double kDpiMax = 2400;        // beyond, as this: what is stated may be absurd
constexpr double kBackgroundDpi = 100;  // enough for paper, folds and shade
constexpr double kBridgeMm = 4;         // wider than any stroke of body text
constexpr double kMarginMm = 1;         // around what stands in a box
constexpr int kColourCellsMin = 4;      // fewer are specks, or fringes of black print
constexpr int kUnlikeCellsMin = 6;
constexpr std::size_t kBoxesMax = 24;      // each costs 1 KB beside its pixels
constexpr double kPictureShareMax = 0.4;   // of the page's area
constexpr double kUnlikeShareMax = 0.002;  // the same of what is unlike, with all boxes in place
constexpr double kFringeInch = 1.0 / 75;   // how far the colour of JPEG runs out of black print
constexpr int kBackgroundQuality = 34;
constexpr int kBoxQuality = 42;

int fringe_of(double dpi) { return static_cast<int>(std::lround(kFringeInch * dpi)); }

/// Finds the layers of one page.
class LayerFinder {
 public:
  LayerFinder(const Image& pixels, double dpi)
      : pixels_(pixels),
        dpi_(dpi),
        divisor_(std::max(1, static_cast<int>(std::lround(dpi_ / kBackgroundDpi)))),
        luma_(luma_of(pixels_)),
        reduced_(block_means(pixels_, divisor_)),
        reduced_luma_(luma_of(reduced_)),
        paper_(paper_under(reduced_, cells_of_mm(kBridgeMm) * 2)),
        all_ink_(find_ink(luma_, luma_of(paper_), {dpi_, divisor_})) {}

  /// Two rounds: what the first shows to be unlike the page becomes picture too.
  void find() {
    picture_ = colour_cells(reduced_, paper_);
    std::vector<Box> shapes = shapes_of(picture_, kColourCellsMin);
    place(shapes);
    const std::vector<Box> unlike = unlike_shapes();
    if (unlike.empty()) return;
    for (const Box& shape : unlike) mark(shape, picture_);
    shapes.insert(shapes.end(), unlike.begin(), unlike.end());
    place(shapes);
  }

  int step() const { return divisor_; }  // px of the page per px of the background
  const Layers& layers() const { return layers_; }
  const std::vector<Box>& boxes() const { return boxes_; }

  /// Whether a px of the page stands in a box, and not only within its frame.
  bool is_picture(int x, int y) const { return picture_.at(x / cell_side(), y / cell_side()) != 0; }

  double picture_share() const {
    const auto count = std::count(picture_.marked.begin(), picture_.marked.end(), 1);
    return static_cast<double>(count) / static_cast<double>(picture_.marked.size());
  }

  double unlike_share() const {
    double area = 0;
    for (const Box& box : unlike_shapes()) area += box.width() * box.height();
    return area / static_cast<double>(picture_.marked.size());
  }

 private:
  int cell_side() const { return 2 * divisor_; }  // px
  int cells_of_mm(double mm) const {
    return std::max(1, static_cast<int>(std::lround(mm / 25.4 * dpi_ / cell_side())));
  }

  void place(const std::vector<Box>& shapes) {
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

  std::vector<Box> unlike_shapes() const {
    Cells unlike = unlike_cells(reduced_luma_, layers_, divisor_);
    for (std::size_t i = 0; i < unlike.marked.size(); ++i) {
      unlike.marked[i] = unlike.marked[i] != 0 && picture_.marked[i] == 0 ? 1 : 0;
    }
    return shapes_of(unlike, kUnlikeCellsMin);
  }

  const Image& pixels_;
  double dpi_;
  int divisor_;
  Image luma_;
  Image reduced_;
  Image reduced_luma_;
  Image paper_;
  Bilevel all_ink_;
  Cells picture_{0, 0};     // what stands in boxes
  std::vector<Box> boxes_;  // px
  Layers layers_;
};

std::string percent(double share) { return std::to_string(std::lround(100 * share)) + " %"; }

std::string fault_of(const LayerFinder& found) {
  if (found.picture_share() > kPictureShareMax) {
    return "pictures and colour take " + percent(found.picture_share()) + " of it, layers allow " +
           percent(kPictureShareMax);
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

/// What is no picture in a box becomes background: ink comes over it as everywhere else.
void level_rest(const LayerFinder& found, const Box& box, Image& part) {
  const Image& background = found.layers().background;
  for (int y = 0; y < part.height; ++y) {
    const int page_y = static_cast<int>(box.top) + y;
    const std::uint8_t* from = background.row(page_y / found.step());
    for (int x = 0; x < part.width; ++x) {
      const int page_x = static_cast<int>(box.left) + x;
      if (found.is_picture(page_x, page_y)) continue;
      std::copy_n(from + page_x / found.step() * part.channels, part.channels,
                  part.row(y) + x * part.channels);
    }
  }
}

std::optional<Layer> coded_box(const ScannedPage& page, const Image& pixels,
                               const LayerFinder& found, const Box& box) {
  Image part = cut(pixels, box);
  level_rest(found, box, part);
  std::optional<Bytes> jpeg = thrifty_jpeg(part, {kBoxQuality, ChromaGrid::kHalved});
  if (!jpeg) return {};
  return Layer{image_of(page, part, Codec::kJpeg, std::move(*jpeg)), placement_of(page, box), {}};
}

bool is_empty(const Bilevel& ink) {
  return std::all_of(ink.data.begin(), ink.data.end(), [](int bits) { return bits == 0; });
}

std::optional<LayeredPicture> coded(const ScannedPage& page, const Image& pixels,
                                    const LayerFinder& found, BilevelCodecs codecs) {
  const Image& background = found.layers().background;
  std::optional<Bytes> jpeg = thrifty_jpeg(background, {kBackgroundQuality, ChromaGrid::kHalved});
  if (!jpeg) return {};
  LayeredPicture picture;
  // The last blocks of rows and columns reach over the page's edge.
  const double step = found.step();
  const Box covered{0, 0, background.width * step, background.height * step};
  picture.background = {image_of(page, background, Codec::kJpeg, std::move(*jpeg)),
                        placement_of(page, covered)};
  for (const Box& box : found.boxes()) {
    std::optional<Layer> layer = coded_box(page, pixels, found, box);
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
    return {{},
            "scanned at " + std::to_string(std::lround(dpi)) + " dpi, layers need " +
                std::to_string(std::lround(kDpiMin))};
  }
  std::optional<Image> flat;
  if (!page.overlays.empty()) flat = flattened(page);
  const Image& pixels = flat ? *flat : page.pixels;
  LayerFinder finder(pixels, std::min(dpi, kDpiMax));
  finder.find();
  std::string fault = fault_of(finder);
  if (!fault.empty()) return {{}, std::move(fault)};
  LayersResult result{coded(page, pixels, finder, codecs), {}};
  if (result.picture) result.picture->shows_overlays = flat.has_value();
  return result;
}

}  // namespace sohoa
