#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sohoa::test {

/// A page's truth, taken apart: what must be read, and what stands in `{{…}}` (handwriting, rubber
/// stamps, e-signatures) and may be.
struct Truth {
  std::string required;
  std::string optional;
  std::vector<std::u32string> lines;  // stretches of required text, words one space apart, NFC
};

/// A `{{` that is never closed reaches to the end of its line.
Truth parse_truth(std::string_view text);

}  // namespace sohoa::test
