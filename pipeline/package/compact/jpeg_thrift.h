#pragma once

#include <optional>

#include "pipeline/package/compact/jpeg_codec.h"

namespace sohoa {

/// As packed_jpeg, with the coefficients of each block chosen for few bits (trellis.h): a tenth
/// smaller for the same look, at several times the time. For parts of a page.
std::optional<Bytes> thrifty_jpeg(const Image& pixels, const JpegForm& form);

}  // namespace sohoa
