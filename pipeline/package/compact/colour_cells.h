#pragma once

#include "models/record/image.h"
#include "pipeline/package/compact/cells.h"

namespace sohoa {

/// Cells of 2 × 2 px of a reduced page that hold coloured ink: with the paper's own colour taken
/// for white, their channels differ by more than 24 of 255. None on a grey page.
Cells colour_cells(const Image& reduced, const Image& paper);

}  // namespace sohoa
