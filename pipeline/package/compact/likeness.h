#pragma once

#include "models/record/image.h"
#include "pipeline/package/compact/bilevel.h"
#include "pipeline/package/compact/cells.h"

namespace sohoa {

/// What a layered page is made of, before it is coded. Blocks are divisor × divisor px.
struct Layers {
  Bilevel ink;
  int ink_grey = 0;  // what its px are painted in
  Image background;  // a px a block
};

/// Cells of 2 × 2 blocks in which the mean brightness of background and ink together is darker
/// than the page's own by more than 32 of 255, or lighter by more than 48: pencil made black, faint
/// print beside bold, pictures.
/// `luma` is that of the page, a px a block.
Cells unlike_cells(const Image& luma, const Layers& layers, int divisor);

}  // namespace sohoa
