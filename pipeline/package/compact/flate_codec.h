#pragma once

#include <optional>

#include "models/record/image.h"

namespace sohoa {

/// The samples of a kFlate image (zlib, RFC 1950), rows packed to whole bytes, PNG predictors
/// (ISO 15948, clause 9) undone. Nothing when they are damaged, end early, are coded with another
/// predictor, or are larger than 2 GB.
std::optional<Bytes> flate_samples(const MasterImage& image);

/// `form` with those samples as kFlate at zlib's best level, each row with the PNG filter of the
/// smallest sum of differences (ISO 15948, 12.8); samples of less than 8 bits and palettes without
/// a filter. Sets `sha256`; `original` is false.
MasterImage packed_flate(MasterImage form, ByteView samples);

}  // namespace sohoa
