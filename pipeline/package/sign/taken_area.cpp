#include "pipeline/package/sign/taken_area.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace sohoa {

namespace {

constexpr double kCellsMax = 1500;  // along the longer side
constexpr double kMargin_pt = 20;   // from the sheet's edge: most printers reach it
constexpr double kClearance_pt = 3;
constexpr double kStep_pt = 4;

Box grown(const Box& box, double by) {
  return {box.left - by, box.top - by, box.right + by, box.bottom + by};
}

int last_step(double room) { return static_cast<int>(std::max(0.0, room / kStep_pt)); }

}  // namespace

TakenArea::TakenArea(const PageSize& page) : page_(page) {
  cell_pt_ = std::max(cell_pt_, std::max(page.width_pt, page.height_pt) / kCellsMax);
  columns_ = static_cast<int>(std::ceil(page.width_pt / cell_pt_));
  rows_ = static_cast<int>(std::ceil(page.height_pt / cell_pt_));
  taken_.resize(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_));
}

void TakenArea::take(const Box& box) {
  if (!std::isfinite(box.left + box.top + box.right + box.bottom)) return;
  const Cells cells = cells_of(box);
  for (int y = std::max(0, cells.top); y < std::min(rows_, cells.bottom); ++y) {
    for (int x = std::max(0, cells.left); x < std::min(columns_, cells.right); ++x) {
      taken_[static_cast<std::size_t>(y) * static_cast<std::size_t>(columns_) +
             static_cast<std::size_t>(x)] = true;
    }
  }
}

double TakenArea::share(const Box& box) const {
  const Cells cells = cells_of(box);
  long long all = 0, taken = 0;
  for (int y = cells.top; y < cells.bottom; ++y) {
    for (int x = cells.left; x < cells.right; ++x) {
      const bool inside = x >= 0 && y >= 0 && x < columns_ && y < rows_;
      ++all;
      if (!inside || taken_[static_cast<std::size_t>(y) * static_cast<std::size_t>(columns_) +
                            static_cast<std::size_t>(x)]) {
        ++taken;
      }
    }
  }
  return all == 0 ? 1 : static_cast<double>(taken) / static_cast<double>(all);
}

TakenArea::Cells TakenArea::cells_of(const Box& box) const {
  const auto cell = [](double number) {
    return static_cast<int>(std::clamp(number, -kCellsMax, 2 * kCellsMax));
  };
  return {cell(std::floor(box.left / cell_pt_)), cell(std::floor(box.top / cell_pt_)),
          cell(std::ceil(box.right / cell_pt_)), cell(std::ceil(box.bottom / cell_pt_))};
}

BlockPlace place_block(const TakenArea& taken, const PageSize& block, Corner corner) {
  const PageSize& page = taken.page();
  const int steps_along = last_step(page.width_pt / 2 - kMargin_pt - block.width_pt);
  const int steps_down = last_step(page.height_pt / 3 - kMargin_pt - block.height_pt);
  const bool left = corner == Corner::kTopLeft;
  BlockPlace best{{}, std::numeric_limits<double>::max()};
  // Diagonal by diagonal: the nearest first.
  for (int ring = 0; ring <= steps_along + steps_down; ++ring) {
    for (int along = std::max(0, ring - steps_down); along <= std::min(ring, steps_along);
         ++along) {
      const double x = kMargin_pt + along * kStep_pt;
      const double y = kMargin_pt + (ring - along) * kStep_pt;
      const double x0 = left ? x : page.width_pt - x - block.width_pt;
      const Box box{x0, y, x0 + block.width_pt, y + block.height_pt};
      const double share = taken.share(grown(box, kClearance_pt));
      if (share < best.taken_share) best = {box, share};
      if (share <= kTakenShareMax) return best;
    }
  }
  return best;
}

}  // namespace sohoa
