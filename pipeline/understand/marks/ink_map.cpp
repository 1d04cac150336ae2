#include "pipeline/understand/marks/ink_map.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>

namespace sohoa {

namespace {

constexpr std::uint64_t kEach = 0x0101010101010101;
constexpr std::uint64_t kHigh = kEach * 0x80;
constexpr std::uint64_t kLow = kEach * 0x7f;

// Faint strokes and the dark of a page without white must not pull the level to an end.
constexpr int kLevelMin = 96;
constexpr int kLevelMax = 208;

int otsu_level(const Image& grey) {
  constexpr int kRowStep = 12, kColumnStep = 3;
  std::array<double, 256> histogram{};
  double total = 0, sum = 0;
  for (int y = 0; y < grey.height; y += kRowStep) {
    const std::uint8_t* row = grey.row(y);
    for (int x = 0; x < grey.width; x += kColumnStep) ++histogram[row[x]];
  }
  for (int value = 0; value < 256; ++value) {
    total += histogram[value];
    sum += value * histogram[value];
  }
  double best = -1, dark = 0, dark_sum = 0;
  int level = kLevelMax;
  for (int value = 0; value < 255; ++value) {
    dark += histogram[value];
    dark_sum += value * histogram[value];
    if (dark == 0 || dark == total) continue;
    const double apart = dark_sum / dark - (sum - dark_sum) / (total - dark);
    const double variance = dark * (total - dark) * apart * apart;
    if (variance <= best) continue;
    best = variance;
    level = value + 1;
  }
  return std::clamp(level, kLevelMin, kLevelMax);
}

/// Bit i is set where byte i is less than `level`, 1 … 255.
class Below {
 public:
  explicit Below(int level) : high_(level > 128), rest_(kEach * (high_ ? level - 128 : level)) {}

  std::uint64_t operator()(std::uint64_t bytes) const {
    // 0x80 where the low seven bits are not less than those of the level.
    const std::uint64_t reaches = ((bytes & kLow) + (kHigh - rest_)) & kHigh;
    const std::uint64_t below = high_ ? ~(bytes & reaches) & kHigh : ~(bytes | reaches) & kHigh;
    return ((below >> 7) * 0x0102040810204080) >> 56;
  }

 private:
  bool high_;
  std::uint64_t rest_;
};

}  // namespace

InkMap::InkMap(const CleanPage& clean)
    : width_(clean.pixels.width),
      height_(clean.pixels.height),
      stride_((width_ + 63) / 64),
      level_(otsu_level(clean.pixels)),
      bits_(static_cast<std::size_t>(stride_) * height_) {
  static_assert(std::endian::native == std::endian::little);
  const Below below(level_);
  for (int y = 0; y < height_; ++y) {
    const std::uint8_t* pixels = clean.pixels.row(y);
    std::uint64_t* bits = bits_.data() + static_cast<std::size_t>(y) * stride_;
    int x = 0;
    for (; x + 8 <= width_; x += 8) {
      std::uint64_t eight = 0;
      std::memcpy(&eight, pixels + x, sizeof eight);
      bits[x / 64] |= below(eight) << (x % 64);
    }
    for (; x < width_; ++x) {
      bits[x / 64] |= static_cast<std::uint64_t>(pixels[x] < level_) << (x % 64);
    }
  }
}

std::uint64_t InkMap::window(int x, int y) const {
  if (y < 0 || y >= height_ || x <= -64 || x >= width_) return 0;
  const std::uint64_t* bits = row(y);
  if (x < 0) return bits[0] << -x;
  const int word = x / 64, shift = x % 64;
  std::uint64_t result = bits[word] >> shift;
  if (shift != 0 && word + 1 < stride_) result |= bits[word + 1] << (64 - shift);
  return result;
}

int InkMap::count(int y, int from, int to) const {
  int pixels = 0;
  for (int x = from; x < to; x += 64) {
    std::uint64_t bits = window(x, y);
    if (to - x < 64) bits &= (std::uint64_t{1} << (to - x)) - 1;
    pixels += std::popcount(bits);
  }
  return pixels;
}

Box InkMap::within(const Box& box) const {
  return {std::clamp(std::floor(box.left), 0.0, static_cast<double>(width_)),
          std::clamp(std::floor(box.top), 0.0, static_cast<double>(height_)),
          std::clamp(std::ceil(box.right), 0.0, static_cast<double>(width_)),
          std::clamp(std::ceil(box.bottom), 0.0, static_cast<double>(height_))};
}

void InkMap::erase(const Box& box) {
  const Box place = within(box);
  const int from = static_cast<int>(place.left), to = static_cast<int>(place.right);
  for (int y = static_cast<int>(place.top); y < static_cast<int>(place.bottom); ++y) {
    std::uint64_t* bits = bits_.data() + static_cast<std::size_t>(y) * stride_;
    for (int x = from; x < to;) {
      const int end = std::min(to, (x / 64 + 1) * 64);
      const std::uint64_t ones =
          end - x == 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << (end - x)) - 1;
      bits[x / 64] &= ~(ones << (x % 64));
      x = end;
    }
  }
}

Box clean_box(const CleanPage& clean, const Box& upright) {
  const Matrix& m = clean.to_upright;
  const double a = std::abs(m.a), b = std::abs(m.b), c = std::abs(m.c), d = std::abs(m.d);
  const double det = a * d - b * c;
  const Point centre = inverse(m) * upright.centre();
  const double width = std::max(1.0, (d * upright.width() - c * upright.height()) / det);
  const double height = std::max(1.0, (a * upright.height() - b * upright.width()) / det);
  return {centre.x - width / 2, centre.y - height / 2, centre.x + width / 2, centre.y + height / 2};
}

double baseline_at(const CleanPage& clean, const Line& line, double x) {
  const Matrix to_clean = inverse(clean.to_upright);
  const Point start = to_clean * line.baseline_start, end = to_clean * line.baseline_end;
  if (end.x - start.x < 1) return start.y;
  return start.y + (end.y - start.y) * (x - start.x) / (end.x - start.x);
}

}  // namespace sohoa
