#pragma once

#include <optional>

#include "pipeline/package/compact/bilevel.h"

namespace sohoa {

/// CCITT G4 (ITU-T T.6) by libtiff, with the end-of-block mark: for CCITTFaxDecode with /K -1 and
/// otherwise its defaults. Nothing when the library cannot.
std::optional<Bytes> packed_fax(const Bilevel& pixels);

}  // namespace sohoa
