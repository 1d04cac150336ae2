#pragma once

#include "pipeline/acquire/source_image.h"

namespace sohoa {

/// A PNG file (ISO 15948). Without interlace and transparency the master is the file's own zlib
/// stream, its IDAT chunks put together; otherwise the pixels, composited on white, stored again.
/// Errors: Error (kInput).
SourceImage read_png(const DecodeTask& task, Bytes file);

}  // namespace sohoa
