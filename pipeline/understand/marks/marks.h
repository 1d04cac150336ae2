#pragma once

#include <vector>

#include "models/record/mark.h"
#include "models/record/page.h"

namespace sohoa {

/// The ink on a page that is not print: handwriting, signatures, seals, boxes to tick. Called while
/// the pixels of the scan and of the clean page are there; boxes in upright px. A page that was not
/// read has none.
std::vector<Mark> find_marks(const ScannedPage& scan, const CleanPage& clean, const TextPage& text);

}  // namespace sohoa
