#pragma once

#include <optional>
#include <span>
#include <vector>

#include "pipeline/understand/letters.h"

namespace sohoa {

/// Where some letters stand in a longer text.
struct Stretch {
  std::size_t first = 0;
  std::size_t end = 0;
  double likeness = 0;  // of the letters there, 0 … 1
};

/// The stretch of `text` that is most like `needle`, wherever it begins and ends; none when it is
/// less alike than `least`. Costs are those of distance(). The earliest of equals (Sellers, "The
/// theory and computation of evolutionary distances", 1980).
std::optional<Stretch> find_in(std::span<const Letter> text, std::span<const Letter> needle,
                               double least);

}  // namespace sohoa
