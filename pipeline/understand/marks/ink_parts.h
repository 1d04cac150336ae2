#pragma once

#include <vector>

#include "pipeline/understand/marks/ink_map.h"

namespace sohoa {

/// Ink that hangs together (8-connected).
struct InkPart {
  Box box;  // clean px
  int pixels = 0;
};

/// The parts of the ink inside a box, in the order of their first pixels; strokes are cut at its
/// edges. Union-find over runs (He, Chao, Suzuki 2008). Stops at kInkRunsInBoxMax runs: that is a
/// picture.
std::vector<InkPart> parts_of(const InkMap& ink, const Box& box);

inline constexpr std::size_t kInkRunsInBoxMax = 400'000;

}  // namespace sohoa
