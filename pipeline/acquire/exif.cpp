#include "pipeline/acquire/exif.h"

#include <algorithm>
#include <cmath>

namespace sohoa {

namespace {

constexpr double kUnknownDpiMax = 96;
constexpr double kCredibleDpiMax = 9600;
constexpr double kAxisRatioMax = 4;
constexpr std::size_t kEntryBytes = 12;

/// Reads numbers in the file's byte order; outside the data they are 0.
class TiffBytes {
 public:
  explicit TiffBytes(ByteView bytes) : bytes_(bytes) {}

  bool has_mark() const {
    return bytes_.size() >= 8 && bytes_[0] == bytes_[1] && (bytes_[0] == 'I' || bytes_[0] == 'M') &&
           u16(2) == 42;
  }
  std::uint32_t u16(std::size_t at) const { return number(at, 2); }
  std::uint32_t u32(std::size_t at) const { return number(at, 4); }
  double rational(std::size_t at) const {
    const std::uint32_t divisor = u32(at + 4);
    return divisor == 0 ? 0 : static_cast<double>(u32(at)) / divisor;
  }

 private:
  std::uint32_t number(std::size_t at, std::size_t size) const {
    if (at > bytes_.size() || bytes_.size() - at < size) return 0;
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < size; ++i) {
      value = value << 8 | bytes_[bytes_[0] == 'I' ? at + size - 1 - i : at + i];
    }
    return value;
  }

  ByteView bytes_;
};

}  // namespace

Exif read_exif(ByteView tiff) {
  const TiffBytes bytes(tiff);
  Exif exif;
  if (!bytes.has_mark()) return exif;
  const std::size_t directory = bytes.u32(4);
  const std::size_t count = bytes.u16(directory);
  double per_unit = 1;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t entry = directory + 2 + i * kEntryBytes;
    const std::uint32_t tag = bytes.u16(entry);
    if (tag == 0x0112) exif.orientation = static_cast<int>(bytes.u16(entry + 8));
    if (tag == 0x011A) exif.dpi.x = bytes.rational(bytes.u32(entry + 8));
    if (tag == 0x011B) exif.dpi.y = bytes.rational(bytes.u32(entry + 8));
    if (tag == 0x0128 && bytes.u16(entry + 8) == 3) per_unit = 2.54;
  }
  exif.dpi.x *= per_unit;
  exif.dpi.y *= per_unit;
  if (exif.orientation < 1 || exif.orientation > 8) exif.orientation = 1;
  return exif;
}

Resolution better_resolution(Resolution first, Resolution second) {
  if (is_credible(first) || second.x <= 0) return first;
  if (is_credible(second) || first.x <= 0) return second;
  return first;
}

bool is_credible(Resolution dpi) {
  const double low = std::min(dpi.x, dpi.y);
  const double high = std::max(dpi.x, dpi.y);
  return std::isfinite(high) && low > 0 && high > kUnknownDpiMax && high <= kCredibleDpiMax &&
         high <= low * kAxisRatioMax;
}

}  // namespace sohoa
