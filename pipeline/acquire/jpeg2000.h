#pragma once

#include <optional>

#include "pipeline/acquire/source_image.h"

namespace sohoa {

/// A JPEG 2000 file, JP2 or bare codestream (OpenJPEG). The master is the file itself where PDF/A-2
/// allows it (ISO 19005-2 6.2.8.3: 1, 3 or 4 channels of one depth, one enumerated colour space or
/// profile); otherwise the pixels stored again. Errors: Error (kInput).
SourceImage read_jpeg2000(const DecodeTask& task, Bytes file);

/// `form.bytes` of a PDF's JPXDecode as a kJpx master; nothing where PDF/A-2 does not allow it.
std::optional<MasterImage> as_jpeg2000(const DecodeTask& task, MasterImage form);

/// Pixels of a kJpx master.
Image decode_jpeg2000(const DecodeTask& task, const MasterImage& master);

}  // namespace sohoa
