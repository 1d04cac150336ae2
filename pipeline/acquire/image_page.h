#pragma once

#include "models/record/page.h"
#include "pipeline/acquire/acquire.h"
#include "pipeline/acquire/source_image.h"

namespace sohoa {

/// A page of an image file: shown as its orientation tag says, sized by its resolution. Errors:
/// Error (kInput) when there is no credible resolution and `image_dpi` gives none.
ScannedPage page_of_image(const DecodeTask& task, SourceImage image, double image_dpi);

}  // namespace sohoa
