#pragma once

#include "models/record/image.h"

namespace sohoa {

/// `width` × `height` px of grey, each the mean of `samples`² points of the page, between whose px
/// it is interpolated (bilinear). `to_page`: crop px → px of the page; white beyond its edge.
Image turned_crop(const Image& page, const Matrix& to_page, int width, int height, int samples);

}  // namespace sohoa
