#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "models/record/geometry.h"

namespace sohoa {

/// A small picture of one ink, 1 where it is.
struct InkRaster {
  int width = 0;
  int height = 0;
  double px_per_mm = 1;
  std::vector<std::uint8_t> ink;

  bool at(int x, int y) const { return ink[static_cast<std::size_t>(y) * width + x] != 0; }
};

struct Ring {
  Point centre;  // px of the raster
  double radius = 0;
};

/// The rim of a round seal of 24 to 46 mm, the best that lies around the ink: a circle through
/// three outer points (random sample consensus, Fischler and Bolles 1981, with fixed numbers for
/// chance) which has ink along kRimShareMin of its length.
std::optional<Ring> find_ring(const InkRaster& raster);

inline constexpr double kRimShareMin = 0.62;

}  // namespace sohoa
