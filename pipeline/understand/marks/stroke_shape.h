#pragma once

#include "pipeline/understand/marks/ink_map.h"

namespace sohoa {

/// How wide the strokes in a box are, clean px. Print has thick stems and thin hairlines, which lie
/// level; a pen makes both alike.
struct StrokeShape {
  int pixels = 0;         // of ink
  double fit = 0;         // side of the squares that half of the ink still has room for
  double row_run = 0;     // median length of the ink's runs along rows: a stem's width
  double column_run = 0;  // and down columns: a hairline's width

  /// −1 … 1: below 0 when strokes that lie level are the wider ones.
  double contrast() const;
};

StrokeShape shape_of(const InkMap& ink, const Box& clean_px);

}  // namespace sohoa
