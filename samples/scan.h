#pragma once

#include "models/record/image.h"
#include "samples/sheet.h"
#include "samples/wear.h"

namespace sohoa {

/// A page as a scanner gives it, and the truth about it in its pixels.
struct Scan {
  Image pixels;  // RGB, or grey; of kBilevel only 0 and 255
  Wear wear;
  PageTruth truth;  // boxes in px of `pixels`
  PageSize size;    // of the page as scanned, points
};

/// Draws the sheet at the wear's resolution and wears it down. `back` is what may show through.
Scan scan_sheet(const Sheet& front, const Sheet* back, const Wear& wear, std::uint64_t seed);

}  // namespace sohoa
