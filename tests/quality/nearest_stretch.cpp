#include "tests/quality/nearest_stretch.h"

#include <algorithm>
#include <vector>

namespace sohoa::test {

long nearest_stretch_distance(std::u32string_view pattern, std::u32string_view text) {
  // column[i]: the best distance of the pattern's first i characters to a stretch that ends here.
  std::vector<long> column(pattern.size() + 1);
  for (std::size_t i = 0; i < column.size(); ++i) column[i] = static_cast<long>(i);
  long best = column.back();
  for (const char32_t character : text) {
    long diagonal = 0;
    for (std::size_t i = 1; i < column.size(); ++i) {
      const long substituted = diagonal + (pattern[i - 1] == character ? 0 : 1);
      diagonal = column[i];
      column[i] = std::min({substituted, column[i] + 1, column[i - 1] + 1});
    }
    best = std::min(best, column.back());
  }
  return best;
}

}  // namespace sohoa::test
