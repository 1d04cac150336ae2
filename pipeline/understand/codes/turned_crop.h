#pragma once

#include "models/record/image.h"

namespace sohoa {

/// The px of the page in the box (whole numbers) as grey; white beyond its edge.
Image grey_crop(const Image& page, const Box& box);

/// `width` × `height` px of grey, each the mean of `samples`² points of the page, between whose px
/// it is interpolated (bilinear). `to_page`: crop px → px of the page; white beyond its edge.
Image turned_crop(const Image& page, const Matrix& to_page, int width, int height, int samples);

}  // namespace sohoa
