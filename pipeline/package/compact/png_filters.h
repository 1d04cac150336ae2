#pragma once

#include <cstddef>
#include <cstdint>

#include "pipeline/base/bytes.h"

namespace sohoa {

/// The five filters of PNG (ISO 15948, clause 9): none, sub, up, average, Paeth.
inline constexpr int kPngFilterCount = 5;

/// `row` as the filter stores it. `above` is the row before, zeros for the first; `step` the bytes
/// of a pixel, 1 at least. All are of one size.
void filter_row(int filter, ByteView row, ByteView above, std::size_t step, Bytes& filtered);

/// The inverse, in place. False for a filter that is none.
bool unfilter_row(int filter, Bytes& row, ByteView above, std::size_t step);

}  // namespace sohoa
