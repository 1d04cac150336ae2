#pragma once

#include "models/record/page.h"

namespace sohoa {

/// An image and where it stands on its page.
struct PagePicture {
  MasterImage image;
  Matrix placement;  // unit square → page points
};

/// Where a part of the page's pixels stands on it: `box` in scan px.
Matrix placement_of(const ScannedPage& page, const Box& box);

/// The coded form of pixels of the page, 8 bits a channel, in its own colours.
MasterImage image_of(const ScannedPage& page, const Image& pixels, Codec codec, Bytes bytes);

}  // namespace sohoa
