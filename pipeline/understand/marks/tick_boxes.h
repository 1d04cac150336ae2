#pragma once

#include <vector>

#include "pipeline/understand/marks/ink_map.h"

namespace sohoa {

/// A square frame to tick, and whether something stands in it. Clean px.
struct TickBox {
  Box box;  // outer edges of the frame
  bool ticked = false;
};

/// Square frames of 2.5 to 6.8 mm with four sides of their own, drawn or printed as a character.
/// Cells of tables and frames for digits, which share long lines, are none, nor are frames in a
/// row without words between them, nor the corners of QR codes. `print`:
/// boxes of printed words.
std::vector<TickBox> find_tick_boxes(const CleanPage& clean, const InkMap& ink,
                                     const std::vector<Box>& print);

inline constexpr std::size_t kBarsMax = 4000;  // level strokes of that length; more are a picture

}  // namespace sohoa
