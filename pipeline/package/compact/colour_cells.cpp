#include "pipeline/package/compact/colour_cells.h"

#include <algorithm>

#include "pipeline/package/compact/reduced.h"

namespace sohoa {

namespace {

constexpr int kColouredMin = 24;

}  // namespace

Cells colour_cells(const Image& reduced, const Image& paper) {
  const Image page = block_means(reduced, 2);
  Cells cells(page.width, page.height);
  if (page.channels != 3) return cells;
  const Image white = block_means(paper, 2);
  for (std::size_t i = 0; i < cells.marked.size(); ++i) {
    int least = 255, greatest = 0;
    for (std::size_t c = 0; c < 3; ++c) {
      const int level = page.data[3 * i + c] * 255 / white.data[3 * i + c];
      least = std::min(least, level);
      greatest = std::max(greatest, std::min(level, 255));
    }
    cells.marked[i] = greatest - least > kColouredMin ? 1 : 0;
  }
  return cells;
}

}  // namespace sohoa
