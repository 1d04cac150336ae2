#include "pipeline/package/compact/jbig2.h"

#include <algorithm>
#include <array>

#include "pipeline/package/compact/mq_coder.h"

namespace sohoa {

namespace {

enum Segment : std::uint8_t { kGenericRegion = 39, kPageInformation = 48 };

constexpr std::size_t kContexts = 1 << 16;
constexpr std::size_t kRepeatContext = 0x9B25;  // 6.2.5.7, figure 8

void put_32(std::uint32_t value, Bytes& to) {
  for (int shift = 24; shift >= 0; shift -= 8)
    to.push_back(static_cast<std::uint8_t>(value >> shift));
}

// 7.2: its number, kind, nothing referred to, page 1, length.
void put_segment(std::uint32_t number, Segment kind, const Bytes& data, Bytes& to) {
  put_32(number, to);
  to.insert(to.end(), {kind, 0, 1});
  put_32(static_cast<std::uint32_t>(data.size()), to);
  to.insert(to.end(), data.begin(), data.end());
}

Bytes page_information(const Bilevel& pixels) {  // 7.4.8
  constexpr std::uint8_t kLossless = 1;
  Bytes data;
  put_32(static_cast<std::uint32_t>(pixels.width), data);
  put_32(static_cast<std::uint32_t>(pixels.height), data);
  put_32(0, data);  // no resolution
  put_32(0, data);
  data.insert(data.end(), {kLossless, 0, 0});
  return data;
}

Bytes region_header(const Bilevel& pixels) {  // 7.4.1, 7.4.6
  constexpr std::uint8_t kTypicalPrediction = 8;
  Bytes data;
  put_32(static_cast<std::uint32_t>(pixels.width), data);
  put_32(static_cast<std::uint32_t>(pixels.height), data);
  put_32(0, data);  // at the page's corner
  put_32(0, data);
  data.insert(data.end(), {0, kTypicalPrediction});
  for (const int at : {3, -1, -3, -1, 2, -2, -2, -2}) data.push_back(static_cast<std::uint8_t>(at));
  return data;
}

/// One row as a byte a pixel, with white around it as far as a template reaches.
class Row {
 public:
  explicit Row(int width) : pixels_(static_cast<std::size_t>(width) + 2 * kReach) {}

  void read(const Bilevel& from, int y) {
    const std::uint8_t* bits = from.row(y);
    for (int x = 0; x < from.width; ++x) {
      pixels_[static_cast<std::size_t>(x + kReach)] = bits[x / 8] >> (7 - x % 8) & 1;
    }
  }
  unsigned operator[](int x) const { return pixels_[static_cast<std::size_t>(x + kReach)]; }

 private:
  static constexpr int kReach = 4;
  Bytes pixels_;
};

// Figure 3: four pixels to the left, seven of the row above, five of the one above that.
void code_row(const Row& row, const Row& above, const Row& above2, int width, MqCoder& coder) {
  unsigned here = 0;
  unsigned near = above[0] << 2 | above[1] << 1 | above[2];
  unsigned far = above2[0] << 1 | above2[1];
  for (int x = 0; x < width; ++x) {
    near = (near << 1 | above[x + 3]) & 0x7F;
    far = (far << 1 | above2[x + 2]) & 0x1F;
    coder.code(far << 11 | near << 4 | here, static_cast<int>(row[x]));
    here = (here << 1 | row[x]) & 0xF;
  }
}

Bytes region_data(const Bilevel& pixels) {
  MqCoder coder(kContexts);
  std::array<Row, 3> rows = {Row(pixels.width), Row(pixels.width), Row(pixels.width)};
  bool repeats = false;
  for (int y = 0; y < pixels.height; ++y) {
    const std::uint8_t* bits = pixels.row(y);
    const bool equal = y == 0
                           ? std::all_of(bits, bits + pixels.stride(), [](int b) { return b == 0; })
                           : std::equal(bits, bits + pixels.stride(), bits - pixels.stride());
    coder.code(kRepeatContext, equal != repeats ? 1 : 0);
    repeats = equal;
    Row& row = rows[static_cast<std::size_t>(y % 3)];
    row.read(pixels, y);
    if (equal) continue;
    code_row(row, rows[static_cast<std::size_t>((y + 2) % 3)],
             rows[static_cast<std::size_t>((y + 1) % 3)], pixels.width, coder);
  }
  return coder.finish();
}

}  // namespace

Bytes packed_jbig2(const Bilevel& pixels) {
  Bytes region = region_header(pixels);
  const Bytes data = region_data(pixels);
  region.insert(region.end(), data.begin(), data.end());
  Bytes stream;
  put_segment(0, kPageInformation, page_information(pixels), stream);
  put_segment(1, kGenericRegion, region, stream);
  return stream;
}

}  // namespace sohoa
