#pragma once

#include <string_view>

namespace sohoa::test {

/// The fewest insertions, deletions and substitutions that turn `pattern` into some stretch of
/// `text`, wherever it begins and ends (Sellers, "The theory and computation of evolutionary
/// distances", 1980). At most the pattern's length.
long nearest_stretch_distance(std::u32string_view pattern, std::u32string_view text);

}  // namespace sohoa::test
