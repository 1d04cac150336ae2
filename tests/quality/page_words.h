#pragma once

#include <string>
#include <vector>

#include "models/record/geometry.h"
#include "pipeline/base/json.h"

namespace sohoa::test {

/// A word of a page as it was read.
struct ReadWord {
  std::string text;
  double confidence = 0;
  Box box;  // px of the upright page
};

/// Of a page (sohoa.page/1), in reading order.
std::vector<ReadWord> read_words(const Json& page);

/// Scan px → upright px, as the page was turned for reading.
Matrix turn_of(const Json& page);

}  // namespace sohoa::test
