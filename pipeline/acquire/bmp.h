#pragma once

#include "pipeline/acquire/source_image.h"

namespace sohoa {

/// A Windows or OS/2 bitmap: 1, 4, 8 bits with palette (also run-length coded), 16, 24, 32 bits
/// with or without masks. An unused or alpha byte is not transparency. Stored again without loss
/// (16-bit colours as 8 bits a component). Errors: Error (kInput).
SourceImage read_bmp(const DecodeTask& task, ByteView file);

}  // namespace sohoa
