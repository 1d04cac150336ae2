#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "models/record/geometry.h"
#include "pipeline/base/bytes.h"

namespace sohoa {

/// Decoded pixels, 8 bits a channel, rows from the top without padding. `channels` is 1 (grey, 0 is
/// black) or 3 (R, G, B interleaved).
struct Image {
  int width = 0;
  int height = 0;
  int channels = 1;
  Bytes data;  // width × height × channels

  bool empty() const { return data.empty(); }
  std::size_t stride() const { return static_cast<std::size_t>(width) * channels; }
  const std::uint8_t* row(int y) const { return data.data() + y * stride(); }
  std::uint8_t* row(int y) { return data.data() + y * stride(); }
};

enum class Codec { kJpeg, kJpx, kCcitt, kJbig2, kFlate };

enum class ColorSpace { kGrey, kRgb, kCmyk, kIndexed };

/// Numbers a pixel holds.
inline int component_count(ColorSpace space) {
  if (space == ColorSpace::kRgb) return 3;
  return space == ColorSpace::kCmyk ? 4 : 1;
}

/// Parameters of CCITTFaxDecode (ISO 32000-1 table 11).
struct CcittParameters {
  int k = -1;  // < 0: G4, 0: G3 one-dimensional, > 0: G3 two-dimensional
  bool black_is_1 = false;
  bool encoded_byte_align = false;
  bool end_of_line = false;
  bool end_of_block = true;
};

/// Predictor of FlateDecode (ISO 32000-1 table 8): 1 none, 15 PNG.
struct FlateParameters {
  int predictor = 1;
};

/// One scanned image in encoded form, ready to stand in a PDF as an image XObject without being
/// encoded again. When `original` it is the scanner's own stream, byte for byte; otherwise the
/// source's coding cannot stand in a PDF/A and the pixels were stored again without loss.
struct MasterImage {
  Codec codec = Codec::kFlate;
  Bytes bytes;
  int width = 0;   // px
  int height = 0;  // px
  int bits_per_component = 8;
  ColorSpace color_space = ColorSpace::kGrey;
  Bytes palette;               // kIndexed: R, G, B a colour
  Bytes icc_profile;           // empty: the device colour space
  std::vector<double> decode;  // PDF /Decode array; empty: the default
  CcittParameters ccitt;
  FlateParameters flate;
  Bytes jbig2_globals;
  bool original = false;
  std::string sha256;  // of `bytes`
};

}  // namespace sohoa
