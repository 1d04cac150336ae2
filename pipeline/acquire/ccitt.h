#pragma once

#include "pipeline/acquire/source_image.h"

namespace sohoa {

/// Pixels of a kCcitt master (ITU-T T.4, T.6; libtiff's decoder). Errors: Error (kInput), also for
/// G4 with byte-aligned rows, which libtiff does not decode.
Image decode_ccitt(const DecodeTask& task, const MasterImage& master);

/// `form`, 1-bit grey, with its samples as one G4 strip; without loss.
MasterImage store_g4(MasterImage form, ByteView samples);

}  // namespace sohoa
