#include "pipeline/clean/reduced.h"

#include <algorithm>
#include <cmath>

namespace sohoa {

Reduced reduced(Draft& draft, double dpi) {
  // Whole divisors are several times as fast; the result may have a third less dpi than asked for.
  Reduced result;
  result.divisor = std::max(1, static_cast<int>(std::ceil(draft.dpi / dpi - 0.25)));
  result.grey = draft.copies.get(draft.grey, result.divisor);
  result.scale = 1.0 / result.divisor;
  result.px_per_mm = px_of_mm(draft, 1) * result.scale;
  return result;
}

}  // namespace sohoa
