#pragma once

#include "pipeline/acquire/source_image.h"

namespace sohoa {

/// A WebP file (libwebp), its still picture; transparency is composited on white. Stored again: PDF
/// has no WebP. Errors: Error (kInput).
SourceImage read_webp(const DecodeTask& task, ByteView file);

}  // namespace sohoa
