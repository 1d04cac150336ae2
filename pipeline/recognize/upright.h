#pragma once

#include "models/record/page.h"

namespace sohoa {

/// The page's frame: size, resolution and turns, without blocks.
TextPage blank_text_page(const CleanPage& page);

/// Moves the blocks and findings of `text` from clean px to upright px, and adds the page's seals.
/// Boxes are cut at the page's border; what lies outside of it entirely is dropped.
void make_upright(TextPage& text, const CleanPage& page);

}  // namespace sohoa
