#pragma once

#include "pipeline/acquire/source_image.h"

namespace sohoa {

/// Pixels of a master, as stored, whatever its codec. JBIG2 is decoded by a pdftoppm child
/// (Poppler) within `seconds_max`. Errors: Error (kInput), Error (kDependency).
Image decode_master(const DecodeTask& task, const MasterImage& master, int seconds_max);

}  // namespace sohoa
