#pragma once

#include "models/record/image.h"

namespace sohoa {

struct PixelBox {
  int left = 0;
  int top = 0;
  int width = 0;
  int height = 0;
};

/// That part of the image; it must lie within.
Image cut(const Image& image, const PixelBox& box);

}  // namespace sohoa
