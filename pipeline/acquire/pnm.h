#pragma once

#include "pipeline/acquire/source_image.h"

namespace sohoa {

/// A Netpbm image, P1 to P6 (netpbm.sourceforge.net/doc/pnm.html), its first picture. Says nothing
/// of resolution. Errors: Error (kInput).
SourceImage read_pnm(const DecodeTask& task, ByteView file);

/// The pixels alone, of 8-bit P5 or P6 as pdftoppm writes them.
Image decode_raw_pnm(const DecodeTask& task, ByteView file);

}  // namespace sohoa
