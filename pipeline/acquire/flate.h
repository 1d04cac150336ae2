#pragma once

#include "pipeline/acquire/source_image.h"

namespace sohoa {

/// Pixels of a kFlate master: zlib data (RFC 1950) of packed rows, plain or with PNG predictors
/// (ISO 15948 clause 9). Inflates no more than the image needs. Errors: Error (kInput).
Image decode_flate(const DecodeTask& task, const MasterImage& master);

/// The packed rows of a kFlate master, predictors undone. Errors: Error (kInput).
Bytes flate_samples(const DecodeTask& task, const MasterImage& master);

/// `form` with the samples as kFlate of PNG-predicted rows; without loss. `samples` as
/// packed_stride lays them out.
MasterImage store_flate(MasterImage form, ByteView samples);

/// Inflates zlib data of at most `bytes_max` bytes; the rest is dropped. Errors: Error (kInput).
Bytes inflate(const DecodeTask& task, ByteView compressed, std::size_t bytes_max);

}  // namespace sohoa
