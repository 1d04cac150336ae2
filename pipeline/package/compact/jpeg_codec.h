#pragma once

#include <optional>

#include "models/record/image.h"
#include "pipeline/base/bytes.h"

namespace sohoa {

// JPEG by libjpeg-turbo. Same pixels, same bytes.

enum class ChromaGrid { kFull, kHalved };  // 4:4:4, 4:2:0

struct JpegForm {
  int quality = 75;  // 1 … 100, of libjpeg's scaled tables
  ChromaGrid chroma = ChromaGrid::kHalved;
};

/// Progressive, with its own Huffman tables. The image may have 1 or 3 channels and must have
/// pixels and sides of 65,500 px at most; otherwise nothing.
std::optional<Bytes> packed_jpeg(const Image& pixels, const JpegForm& form);

/// What a JPEG of that quality would show of a grey image: coded plainly, and decoded again.
/// Nothing under the same conditions.
std::optional<Image> seen_through_jpeg(const Image& grey, int quality);

/// The same coefficients, and so the same pixels, coded anew: progressive, with its own Huffman
/// tables. Colour profile and Adobe marker stay, other application data go. Nothing for a stream
/// that is damaged in any way.
std::optional<Bytes> repacked_jpeg(ByteView jpeg);

}  // namespace sohoa
