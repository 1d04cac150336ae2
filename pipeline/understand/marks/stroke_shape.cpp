#include "pipeline/understand/marks/stroke_shape.h"

#include <algorithm>
#include <vector>

namespace sohoa {

namespace {

constexpr int kWidthMax = 40;  // px; a bold capital at 600 dpi has 30

/// Rows of bits cut out of a map, each with a word of nothing after it, and a row of nothing last.
struct Bits {
  int stride = 0;
  int rows = 0;
  std::vector<std::uint64_t> words;
};

Bits cut(const InkMap& ink, const Box& place) {
  const int width = static_cast<int>(place.width());
  Bits bits;
  bits.stride = (width + 63) / 64 + 1;
  bits.rows = static_cast<int>(place.height());
  bits.words.resize(static_cast<std::size_t>(bits.stride) * (bits.rows + 1));
  for (int y = 0; y < bits.rows; ++y) {
    std::uint64_t* row = bits.words.data() + static_cast<std::size_t>(y) * bits.stride;
    for (int word = 0; word + 1 < bits.stride; ++word) {
      row[word] =
          ink.window(static_cast<int>(place.left) + word * 64, static_cast<int>(place.top) + y);
      const int left = width - word * 64;
      if (left < 64) row[word] &= (std::uint64_t{1} << left) - 1;
    }
  }
  return bits;
}

/// Without the processor's instruction for it, which not every processor has, std::popcount is a
/// call a word; here bytes of up to 31 words are added before they are folded.
int ink_of(const Bits& bits) {
  constexpr std::uint64_t k5 = 0x5555555555555555, k3 = 0x3333333333333333;
  constexpr std::uint64_t kF = 0x0f0f0f0f0f0f0f0f, kFF = 0x00ff00ff00ff00ff;
  constexpr std::size_t kAtOnce = 31;
  std::uint64_t pixels = 0;
  for (std::size_t from = 0; from < bits.words.size(); from += kAtOnce) {
    std::uint64_t bytes = 0;
    const std::size_t to = std::min(bits.words.size(), from + kAtOnce);
    for (std::size_t i = from; i < to; ++i) {
      std::uint64_t word = bits.words[i];
      word -= word >> 1 & k5;
      word = (word & k3) + (word >> 2 & k3);
      bytes += (word + (word >> 4)) & kF;
    }
    pixels += ((bytes & kFF) + (bytes >> 8 & kFF)) * 0x0001000100010001 >> 48;
  }
  return static_cast<int>(pixels);
}

/// Keep the pixels with ink to their right, and those with ink below.
void shave_rows(Bits& bits) {
  for (std::size_t i = 0; i + 1 < bits.words.size(); ++i) {
    bits.words[i] &= bits.words[i] >> 1 | bits.words[i + 1] << 63;
  }
}
void shave_columns(Bits& bits) {
  const std::size_t stride = static_cast<std::size_t>(bits.stride);
  for (std::size_t i = 0; i + stride < bits.words.size(); ++i) {
    bits.words[i] &= bits.words[i + stride];
  }
}

/// Where a falling share passes one half, between the whole lengths n − 1 and n.
double passing(double before, double after, int n) {
  return n - 1 + (before - 0.5) / (before - after);
}

/// A run of n pixels loses one each time that the ink is shaved, so the number lost is that of the
/// runs which are left.
template <class Shave>
double median_run(Bits bits, int pixels, Shave shave) {
  double runs = 0, before = 1;
  for (int n = 1; n < kWidthMax; ++n) {
    shave(bits);
    const int left = ink_of(bits);
    const double longer = pixels - left;
    pixels = left;
    if (n == 1) {
      runs = longer;
      continue;
    }
    if (longer / runs < 0.5) return passing(before, longer / runs, n);
    before = longer / runs;
  }
  return kWidthMax;
}

double half_fit(Bits bits, int pixels) {
  double before = 1;
  for (int n = 2; n < kWidthMax; ++n) {
    shave_rows(bits);
    shave_columns(bits);
    const double share = static_cast<double>(ink_of(bits)) / pixels;
    if (share < 0.5) return passing(before, share, n);
    before = share;
  }
  return kWidthMax;
}

}  // namespace

double StrokeShape::contrast() const {
  const double sum = row_run + column_run;
  return sum > 0 ? (row_run - column_run) / sum : 0;
}

StrokeShape shape_of(const InkMap& ink, const Box& clean_px) {
  StrokeShape shape;
  const Bits bits = cut(ink, ink.within(clean_px));
  shape.pixels = ink_of(bits);
  if (shape.pixels == 0) return shape;
  shape.fit = half_fit(bits, shape.pixels);
  shape.row_run = median_run(bits, shape.pixels, shave_rows);
  shape.column_run = median_run(bits, shape.pixels, shave_columns);
  return shape;
}

}  // namespace sohoa
