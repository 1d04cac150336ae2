#pragma once

#include <vector>

#include "models/record/geometry.h"

namespace sohoa {

/// What of a page is taken, on a grid of cells: 2 pt, more on sheets longer than A0. Points from
/// the shown page's top left corner, y down.
class TakenArea {
 public:
  explicit TakenArea(const PageSize& page);

  const PageSize& page() const { return page_; }
  void take(const Box& box);
  /// The share of the box's cells that are taken; what lies off the page is.
  double share(const Box& box) const;

 private:
  struct Cells {
    int left = 0, top = 0, right = 0, bottom = 0;  // half-open
  };
  Cells cells_of(const Box& box) const;

  PageSize page_;
  double cell_pt_ = 2;
  int columns_ = 0;
  int rows_ = 0;
  std::vector<bool> taken_;
};

enum class Corner { kTopLeft, kTopRight };

struct BlockPlace {
  Box box;                 // shown points
  double taken_share = 0;  // of it; more than kTakenShareMax: it could not be kept clear
};

/// Dust of a scan.
inline constexpr double kTakenShareMax = 0.003;

/// The clear place nearest to the corner, in the page's top third and on its own half where the
/// block is not wider than that; where none is clear the one with the least in it.
BlockPlace place_block(const TakenArea& taken, const PageSize& block, Corner corner);

}  // namespace sohoa
