#pragma once

#include <filesystem>
#include <string>

#include "models/record/image.h"

namespace sohoa::test {

/// A page of a PDF as Poppler draws it, in RGB: its longer side has so many pixels.
Image drawn_page(const std::filesystem::path& pdf, int page, int side);

/// The same of a page without /Rotate, so many pixels wide and high.
Image drawn_page(const std::filesystem::path& pdf, int page, int width, int height);

/// How far two pictures are apart: each pixel from the nearest value among the pixels that are at
/// most one away in the other, for edges may lie between pixels.
struct Distance {
  double mean = 0;       // of 255
  double far_share = 0;  // of the pixels: by more than 48
};

/// `a` and `b` are grey or RGB. A side may be one pixel longer than the other's: sizes are rounded.
Distance distance(const Image& a, const Image& b);

}  // namespace sohoa::test
