#pragma once

#include <optional>
#include <vector>

#include "pipeline/recognize/rows.h"

namespace sohoa {

/// Rows first … end − 1 stand in two columns parted at x.
struct Columns {
  std::size_t end = 0;
  double x = 0;
};

/// Two columns side by side that begin at row `first`: a letterhead, or receivers beside the
/// signer. Rows whose pieces all line up at the left on both sides are no columns but a list of
/// names and values, read row by row.
std::optional<Columns> find_columns(const std::vector<Row>& rows, std::size_t first,
                                    double letter_height);

}  // namespace sohoa
