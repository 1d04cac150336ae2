#pragma once

#include <vector>

#include "models/record/page.h"
#include "pipeline/package/compact/compact.h"

namespace sohoa {

/// The overlays in fewer bytes: without loss, and from Compaction::kReencode on as JPEG of quality
/// 80 at full colour resolution, which keeps a small seal's strokes. Each stays as it is where that
/// would not be smaller.
std::vector<Overlay> compact_overlays(std::vector<Overlay> overlays, Compaction level);

}  // namespace sohoa
