#pragma once

#include "samples/sheet.h"

namespace sohoa {

/// Draws `page` onto the empty `target` of the same size, with a yellow note stuck over one of its
/// corners: what the note covers leaves the truth, what is written on it joins it.
void draw_with_note(const Sheet& page, Sheet& target);

}  // namespace sohoa
