#pragma once

#include <optional>

#include "models/record/image.h"

namespace sohoa {

/// Pixels of one bit, 1 for black, rows from the top in whole bytes, the leftmost pixel in the
/// highest bit. Bits beyond the width are 0.
struct Bilevel {
  int width = 0;   // px
  int height = 0;  // px
  Bytes data;      // stride() × height

  Bilevel() = default;
  Bilevel(int width_px, int height_px)
      : width(width_px), height(height_px), data(stride() * static_cast<std::size_t>(height_px)) {}

  std::size_t stride() const { return (static_cast<std::size_t>(width) + 7) / 8; }
  const std::uint8_t* row(int y) const { return data.data() + stride() * y; }
  std::uint8_t* row(int y) { return data.data() + stride() * y; }
};

/// Nothing when the image has a level other than 0 and 255.
std::optional<Bilevel> bilevel_of(const Image& grey);

enum class BilevelCodecs { kFax, kFaxAndJbig2 };

/// The smallest coding of it, without loss: CCITT G4 or, where allowed, JBIG2's generic region. As
/// an image 0 is black, as a stencil 0 is painted: both with the default /Decode. Nothing for an
/// empty image or sides above 1,000,000 px.
std::optional<MasterImage> packed_bilevel(const Bilevel& pixels, BilevelCodecs codecs);

}  // namespace sohoa
