#include "pipeline/package/compact/page_picture.h"

#include <utility>

#include "pipeline/base/digest.h"

namespace sohoa {

Matrix placement_of(const ScannedPage& page, const Box& box) {
  const Matrix unit_to_pixels{box.width(), 0, 0, -box.height(), box.left, box.bottom};
  return then(unit_to_pixels, page.pixels_to_points);
}

MasterImage image_of(const ScannedPage& page, const Image& pixels, Codec codec, Bytes bytes) {
  MasterImage image;
  image.codec = codec;
  image.bytes = std::move(bytes);
  image.width = pixels.width;
  image.height = pixels.height;
  image.color_space = pixels.channels == 3 ? ColorSpace::kRgb : ColorSpace::kGrey;
  // CMYK pixels have been made sRGB; all others are still in the colours of the scan's profile.
  if (page.master.color_space != ColorSpace::kCmyk) image.icc_profile = page.master.icc_profile;
  image.sha256 = sha256_of(image.bytes);
  return image;
}

}  // namespace sohoa
