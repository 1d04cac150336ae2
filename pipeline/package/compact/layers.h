#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pipeline/package/compact/bilevel.h"
#include "pipeline/package/compact/page_picture.h"

namespace sohoa {

/// A page as three kinds of layers (mixed raster content, ITU-T T.44, with one ink):
///   the background   the page without its ink, a JPEG of about 100 dpi
///   boxes            seals, signatures and writing in colour, pictures, pencil and whatever else
///                    background and ink would not show as it is: JPEG at the scan's own resolution
///   ink              black print and writing, 1 bit at the scan's own resolution, without loss
struct LayeredPicture {
  PagePicture background;
  std::vector<Layer> layers;    // the boxes, then the ink
  bool shows_overlays = false;  // they were drawn into the pixels: nothing is to stand over them
};

struct LayersResult {
  std::optional<LayeredPicture> picture;
  std::string unfit;  // why there is none; empty for a page of black and white only
};

/// Unfit are pages below 180 dpi, those of which boxes would take more than 40 %, and those that
/// would differ visibly from the scan all the same.
LayersResult layered(const ScannedPage& page, BilevelCodecs codecs);

}  // namespace sohoa
