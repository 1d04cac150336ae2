#pragma once

#include "models/record/image.h"
#include "pipeline/package/compact/bilevel.h"
#include "pipeline/package/compact/cells.h"

namespace sohoa {

/// What is print or writing: px darker than the middle between the paper there and the darkest px
/// within half a stroke's reach (Bernsen's local threshold), where the two differ by a quarter of
/// the paper's brightness at least, and by half as much as paper and the page's ink on the whole:
/// the mask has one colour, and a pale seal in it would turn black.
struct InkFinder {
  double dpi = 300;  // of the page
  int divisor = 3;   // px of the page per px of `paper`
};

Bilevel find_ink(const Image& luma, const Image& paper, const InkFinder& finder);

/// Mean brightness of the px that the mask names; 0 when it names none.
int mean_under(const Image& luma, const Bilevel& mask);

/// Takes the px of marked cells, `side` px wide and high, out of the mask.
void clear(const Cells& cells, int side, Bilevel& mask);

}  // namespace sohoa
