#pragma once

#include <optional>

#include "pipeline/understand/marks/ink_map.h"

namespace sohoa {

/// What the ink of a place absorbs, by channel: 0 as the paper does … 1 all light.
struct InkColour {
  double red = 0;
  double green = 0;
  double blue = 0;
  double darkness() const;  // 0 … 1, of the mean
  /// How blue: the share of red light that it absorbs more than blue light; below 0 for warm inks.
  double blueness() const;
};

/// Samples the ink in a box; nothing where strokes are so thin that paper shines into all of them.
/// Of a grey scan all channels are alike.
std::optional<InkColour> colour_of(const ScannedPage& scan, const CleanPage& clean,
                                   const InkMap& ink, const Box& clean_px);

}  // namespace sohoa
