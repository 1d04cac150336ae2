#pragma once

#include <optional>

#include "models/record/geometry.h"
#include "models/record/image.h"
#include "pipeline/base/bytes.h"

namespace sohoa {

/// What the boxes of a JP2 file (ISO 15444-1 annex I) and the head of its codestream (annex A.5.1)
/// say; of a bare codestream, the latter alone.
struct Jp2Header {
  bool bare = false;  // a codestream without boxes
  int width = 0;
  int height = 0;
  int components = 0;
  int bits = 0;         // of every component; 0: they differ, are signed or subsampled
  bool simple = false;  // no palette, no opacity, one colour specification that PDF/A-2 allows
  std::optional<ColorSpace> color_space;  // as specified
  Bytes icc_profile;
  Resolution dpi;  // 0 where not said
};

/// Nothing when the bytes are no JPEG 2000, or damaged.
std::optional<Jp2Header> read_jp2_header(ByteView bytes);

/// A bare codestream of grey or RGB in the smallest JP2 file there is: PDF wants the boxes.
Bytes jp2_around(const Jp2Header& header, ByteView codestream);

}  // namespace sohoa
