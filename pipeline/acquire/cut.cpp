#include "pipeline/acquire/cut.h"

#include <cstring>

namespace sohoa {

Image cut(const Image& image, const PixelBox& box) {
  Image part;
  part.width = box.width;
  part.height = box.height;
  part.channels = image.channels;
  part.data.resize(part.stride() * box.height);
  for (int y = 0; y < box.height; ++y) {
    std::memcpy(part.row(y), image.row(box.top + y) + box.left * image.channels, part.stride());
  }
  return part;
}

}  // namespace sohoa
