#pragma once

#include <optional>

#include "pipeline/acquire/source_image.h"

namespace sohoa {

/// A JPEG 2000 file, JP2 or bare codestream (OpenJPEG). The master is the file itself where PDF/A-2
/// allows it (ISO 19005-2 6.2.8.3; kept to what viewers agree on: grey or RGB of one depth, no
/// palette, no opacity); a bare codestream gets the boxes that PDF asks for; all else is stored
/// again. Errors: Error (kInput).
SourceImage read_jpeg2000(const DecodeTask& task, Bytes file);

/// `form`, whose bytes are a PDF's JPXDecode data, as a kJpx master; nothing where PDF/A-2 does not
/// allow it, or where the image's colour space (none: the data's own) has other components.
std::optional<MasterImage> as_jpeg2000(MasterImage form, bool has_color_space);

/// Pixels of a kJpx master.
Image decode_jpeg2000(const DecodeTask& task, const MasterImage& master);

/// A kJpx master as kFlate: the same samples, of 8 or 16 bits.
MasterImage jpeg2000_as_flate(const DecodeTask& task, const MasterImage& master);

}  // namespace sohoa
