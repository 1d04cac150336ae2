#include "pipeline/acquire/orientation.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace sohoa {

namespace {

// A transposed image is written column by column: by tiles both sides stay in the cache.
constexpr int kTile = 32;

template <int kChannels>
void mirror_row(std::uint8_t* row, int width) {
  for (int left = 0, right = width - 1; left < right; ++left, --right) {
    std::swap_ranges(row + left * kChannels, row + (left + 1) * kChannels, row + right * kChannels);
  }
}

void mirror_sideways(Image& image) {
  for (int y = 0; y < image.height; ++y) {
    if (image.channels == 1) {
      mirror_row<1>(image.row(y), image.width);
    } else {
      mirror_row<3>(image.row(y), image.width);
    }
  }
}

void mirror_upside_down(Image& image) {
  for (int top = 0, bottom = image.height - 1; top < bottom; ++top, --bottom) {
    std::swap_ranges(image.row(top), image.row(top) + image.stride(), image.row(bottom));
  }
}

template <int kChannels>
void transpose_tile(const Image& from, Image& to, int left, int top) {
  const int right = std::min(left + kTile, from.width);
  const int bottom = std::min(top + kTile, from.height);
  for (int x = left; x < right; ++x) {
    std::uint8_t* out = to.row(x) + top * kChannels;
    for (int y = top; y < bottom; ++y, out += kChannels) {
      std::memcpy(out, from.row(y) + x * kChannels, kChannels);
    }
  }
}

Image transposed(const Image& from) {
  Image to;
  to.width = from.height;
  to.height = from.width;
  to.channels = from.channels;
  to.data.resize(from.data.size());
  for (int top = 0; top < from.height; top += kTile) {
    for (int left = 0; left < from.width; left += kTile) {
      if (from.channels == 1) {
        transpose_tile<1>(from, to, left, top);
      } else {
        transpose_tile<3>(from, to, left, top);
      }
    }
  }
  return to;
}

}  // namespace

Image oriented(Image stored, int orientation) {
  if (orientation < 2 || orientation > 8) return stored;
  Image shown = swaps_sides(orientation) ? transposed(stored) : std::move(stored);
  const bool sideways =
      orientation == 2 || orientation == 3 || orientation == 6 || orientation == 7;
  const bool upside_down =
      orientation == 3 || orientation == 4 || orientation == 7 || orientation == 8;
  if (sideways) mirror_sideways(shown);
  if (upside_down) mirror_upside_down(shown);
  return shown;
}

Matrix orientation_matrix(int orientation) {
  switch (orientation) {
    case 2:
      return {-1, 0, 0, 1, 1, 0};
    case 3:
      return {-1, 0, 0, -1, 1, 1};
    case 4:
      return {1, 0, 0, -1, 0, 1};
    case 5:
      return {0, -1, -1, 0, 1, 1};
    case 6:
      return {0, -1, 1, 0, 0, 1};
    case 7:
      return {0, 1, 1, 0, 0, 0};
    case 8:
      return {0, 1, -1, 0, 1, 0};
    default:
      return {};
  }
}

int nearest_orientation(const Matrix& placement) {
  const Matrix& m = placement;
  if (std::abs(m.a) + std::abs(m.d) >= std::abs(m.b) + std::abs(m.c)) {
    if (m.a >= 0) return m.d >= 0 ? 1 : 4;
    return m.d >= 0 ? 2 : 3;
  }
  if (m.b >= 0) return m.c >= 0 ? 7 : 8;
  return m.c >= 0 ? 6 : 5;
}

Matrix shown_pixels_to_points(int width, int height, int orientation, const Matrix& placement) {
  const Matrix to_unit{1.0 / width, 0, 0, -1.0 / height, 0, 1};
  return then(then(to_unit, inverse(orientation_matrix(orientation))), placement);
}

}  // namespace sohoa
