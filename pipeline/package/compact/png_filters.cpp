#include "pipeline/package/compact/png_filters.h"

#include <cstdlib>

namespace sohoa {

namespace {

enum Filter { kNone, kSub, kUp, kAverage, kPaeth };

int paeth(int left, int above, int corner) {
  const int to_left = std::abs(above - corner);
  const int to_above = std::abs(left - corner);
  const int to_corner = std::abs(left + above - 2 * corner);
  if (to_left <= to_above && to_left <= to_corner) return left;
  return to_above <= to_corner ? above : corner;
}

int predicted(int filter, int left, int above, int corner) {
  switch (filter) {
    case kSub:
      return left;
    case kUp:
      return above;
    case kAverage:
      return (left + above) / 2;
    case kPaeth:
      return paeth(left, above, corner);
    default:
      return 0;
  }
}

// The bytes before the first pixel of a row count as zeros.
int before(ByteView row, std::size_t i, std::size_t step) { return i < step ? 0 : row[i - step]; }

}  // namespace

void filter_row(int filter, ByteView row, ByteView above, std::size_t step, Bytes& filtered) {
  filtered.resize(row.size());
  for (std::size_t i = 0; i < row.size(); ++i) {
    const int guess = predicted(filter, before(row, i, step), above[i], before(above, i, step));
    filtered[i] = static_cast<std::uint8_t>(row[i] - guess);
  }
}

bool unfilter_row(int filter, Bytes& row, ByteView above, std::size_t step) {
  if (filter < kNone || filter > kPaeth) return false;
  for (std::size_t i = 0; i < row.size(); ++i) {
    const int guess = predicted(filter, before(row, i, step), above[i], before(above, i, step));
    row[i] = static_cast<std::uint8_t>(row[i] + guess);
  }
  return true;
}

}  // namespace sohoa
