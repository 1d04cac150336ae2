#include "pipeline/package/compact/layers.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "pipeline/package/compact/flattened.h"
#include "pipeline/package/compact/jpeg_thrift.h"
#include "pipeline/package/compact/layer_finder.h"

namespace sohoa {

namespace {

constexpr double kDpiMin = 180;            // below, ink of one bit looks frayed
constexpr double kDpiMax = 2400;           // beyond, as this: what is stated may be absurd
constexpr double kPictureShareMax = 0.4;   // of the page's area
constexpr double kUnlikeShareMax = 0.002;  // the same of what is unlike, with all boxes in place
constexpr int kBackgroundQuality = 34;
constexpr int kBoxQuality = 42;

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
      for (int c = 0; c < part.channels; ++c) {
        part.row(y)[x * part.channels + c] = from[page_x / found.step() * part.channels + c];
      }
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
