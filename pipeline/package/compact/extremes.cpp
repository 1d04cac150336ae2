#include "pipeline/package/compact/extremes.h"

#include <algorithm>

namespace sohoa {

namespace {

struct Least {
  static constexpr std::uint8_t kNeutral = 255;
  static std::uint8_t of(std::uint8_t a, std::uint8_t b) { return std::min(a, b); }
};

struct Greatest {
  static constexpr std::uint8_t kNeutral = 0;
  static std::uint8_t of(std::uint8_t a, std::uint8_t b) { return std::max(a, b); }
};

/// values[i] becomes the extreme of values[i … i + length), in steps of `stride`: windows of twice
/// the length from two of one length, and the last from two that overlap.
template <typename Extreme>
void slide(Bytes& values, std::size_t length, std::size_t stride) {
  const auto join = [&](std::size_t distance) {
    const std::size_t shift = distance * stride;
    if (shift >= values.size()) return;
    for (std::size_t i = 0; i + shift < values.size(); ++i) {
      values[i] = Extreme::of(values[i], values[i + shift]);
    }
  };
  std::size_t covered = 1;
  for (; covered * 2 <= length; covered *= 2) join(covered);
  if (covered < length) join(length - covered);
}

template <typename Extreme>
void along_rows(Image& pixels, int radius) {
  const std::size_t margin = static_cast<std::size_t>(radius) * pixels.channels;
  Bytes line;
  for (int y = 0; y < pixels.height; ++y) {
    line.assign(pixels.stride() + 2 * margin, Extreme::kNeutral);
    std::copy_n(pixels.row(y), pixels.stride(), line.begin() + static_cast<std::ptrdiff_t>(margin));
    slide<Extreme>(line, static_cast<std::size_t>(2 * radius + 1),
                   static_cast<std::size_t>(pixels.channels));
    std::copy_n(line.begin(), pixels.stride(), pixels.row(y));
  }
}

// All rows at once: a step of a column is a whole row.
template <typename Extreme>
void along_columns(Image& pixels, int radius) {
  const std::size_t margin = static_cast<std::size_t>(radius) * pixels.stride();
  Bytes& data = pixels.data;
  const std::size_t size = data.size();
  data.insert(data.begin(), margin, Extreme::kNeutral);
  data.resize(size + 2 * margin, Extreme::kNeutral);
  slide<Extreme>(data, static_cast<std::size_t>(2 * radius + 1), pixels.stride());
  data.resize(size);
}

template <typename Extreme>
Image extreme_around(const Image& pixels, int radius) {
  Image result = pixels;
  along_rows<Extreme>(result, radius);
  along_columns<Extreme>(result, radius);
  return result;
}

}  // namespace

Image least_around(const Image& pixels, int radius) {
  return extreme_around<Least>(pixels, radius);
}

Image greatest_around(const Image& pixels, int radius) {
  return extreme_around<Greatest>(pixels, radius);
}

}  // namespace sohoa
