#pragma once

namespace sohoa::test {

/// 0 … 1; 0 where there is nothing to divide by.
inline double share_of(int part, int whole) {
  return whole > 0 ? static_cast<double>(part) / whole : 0;
}

}  // namespace sohoa::test
