#pragma once

#include "models/record/page.h"
#include "pipeline/acquire/source_image.h"

namespace sohoa {

/// The overlay and what shines through it of the page's pixels, as one opaque picture. It lies on
/// the scan's own pixel grid, or a whole fraction of it where the overlay is finer, so that the
/// scan's pixels are in it as they are. The scan itself is not changed. Errors: Error (kInput).
Overlay flattened(const DecodeTask& task, const ScannedPage& page, const Overlay& overlay);

}  // namespace sohoa
