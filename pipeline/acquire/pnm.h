#pragma once

#include "pipeline/acquire/source_image.h"

namespace sohoa {

/// A Netpbm image, P1 to P6 (netpbm.sourceforge.net/doc/pnm.html), its first picture. Says nothing
/// of resolution. Errors: Error (kInput).
SourceImage read_pnm(const DecodeTask& task, ByteView file);

/// The pixels of each picture in a run of 8-bit P5 and P6, as pdftoppm writes them.
std::vector<Image> decode_raw_pnms(const DecodeTask& task, ByteView file);

}  // namespace sohoa
