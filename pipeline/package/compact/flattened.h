#pragma once

#include <optional>

#include "models/record/page.h"

namespace sohoa {

/// The page's pixels with its overlays drawn on them (Porter and Duff's `over`), each overlay
/// sampled bilinearly; grey pixels become colour for coloured overlays. Nothing when the page has a
/// colour profile of its own, or an overlay is not 8 bits a channel and deflated, or is finer than
/// the page's pixels by more than a quarter: it would lose strokes.
std::optional<Image> flattened(const ScannedPage& page);

}  // namespace sohoa
