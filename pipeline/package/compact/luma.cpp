#include "pipeline/package/compact/luma.h"

namespace sohoa {

Image luma_of(const Image& pixels) {
  if (pixels.channels == 1) return pixels;
  const std::size_t count = static_cast<std::size_t>(pixels.width) * pixels.height;
  Image luma{pixels.width, pixels.height, 1, Bytes(count)};
  const std::uint8_t* rgb = pixels.data.data();
  for (std::size_t i = 0; i < count; ++i, rgb += 3) {
    luma.data[i] = static_cast<std::uint8_t>((77 * rgb[0] + 150 * rgb[1] + 29 * rgb[2] + 128) >> 8);
  }
  return luma;
}

}  // namespace sohoa
