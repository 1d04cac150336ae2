#include "pipeline/understand/find_in.h"

namespace sohoa {

std::optional<Stretch> find_in(std::span<const Letter> text, std::span<const Letter> needle,
                               double least) {
  if (needle.empty() || text.empty()) return std::nullopt;
  const auto length = static_cast<double>(needle.size());
  const double bound = length * (1 - least);
  if (static_cast<double>(text.size()) < length - bound) return std::nullopt;
  // Down the needle; a column for each letter of the text. `begins[i]`: where the best match of
  // needle[0 … i) that ends at this column began.
  const std::size_t rows = needle.size() + 1;
  std::vector<double> cost(rows);
  std::vector<std::size_t> begins(rows, 0);
  for (std::size_t i = 0; i < rows; ++i) cost[i] = static_cast<double>(i);
  double best = bound;
  std::optional<Stretch> found;
  for (std::size_t j = 0; j < text.size(); ++j) {
    double diagonal = cost[0];
    std::size_t diagonal_begin = j;
    begins[0] = j + 1;
    for (std::size_t i = 1; i < rows; ++i) {
      const double changed = diagonal + change_cost(needle[i - 1], text[j]);
      const double passed_over = cost[i] + 1;  // this letter of the text is too many
      const double missing = cost[i - 1] + 1;  // this letter of the needle is not there
      diagonal = cost[i];
      const std::size_t begin = diagonal_begin;
      diagonal_begin = begins[i];
      if (changed <= passed_over && changed <= missing) {
        cost[i] = changed;
        begins[i] = begin;
      } else if (passed_over <= missing) {
        cost[i] = passed_over;
      } else {
        cost[i] = missing;
        begins[i] = begins[i - 1];
      }
    }
    const bool better = found ? cost.back() < best : cost.back() <= best;
    if (!better) continue;
    best = cost.back();
    found = {begins.back(), j + 1, 1 - best / length};
  }
  return found;
}

}  // namespace sohoa
