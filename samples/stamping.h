#pragma once

#include "samples/sheet.h"
#include "samples/world.h"

namespace sohoa {

/// Seals and a word stamp across the text, as copies and joined sheets have them.
void stamp_over_text(Sheet& sheet, const Case& it);

}  // namespace sohoa
