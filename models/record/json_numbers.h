#pragma once

#include <cmath>

#include "pipeline/base/json.h"

namespace sohoa {

inline constexpr int kLengthDecimals = 2;
inline constexpr int kShareDecimals = 4;

/// A rounded number that JSON can hold: what is not finite, or negative zero, becomes 0.
inline double json_number(double value, int decimals) {
  return std::isfinite(value) ? rounded(value, decimals) + 0.0 : 0.0;
}

inline double json_length(double value) { return json_number(value, kLengthDecimals); }
inline double json_share(double value) { return json_number(value, kShareDecimals); }

}  // namespace sohoa
