#pragma once

#include "pipeline/understand/marks/ink_map.h"

namespace sohoa {

/// Erases what runs on for `length` px or more along a row or a column: rules, frames of tables,
/// dark edges. Strokes that cross one are cut, and no longer hang together by it.
void erase_rules(InkMap& ink, int length);

}  // namespace sohoa
