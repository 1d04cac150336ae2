#pragma once

#include <vector>

#include "pipeline/package/compact/cells.h"
#include "pipeline/package/compact/likeness.h"

namespace sohoa {

/// Finds the layers of one page. `pixels` must live longer.
class LayerFinder {
 public:
  LayerFinder(const Image& pixels, double dpi);

  /// Two rounds: what the first shows to be unlike the page becomes picture too.
  void find();

  int step() const { return divisor_; }  // px of the page per px of the background
  const Layers& layers() const { return layers_; }
  const std::vector<Box>& boxes() const { return boxes_; }

  /// Whether a px of the page stands in a box, and not only within its frame.
  bool is_picture(int x, int y) const { return picture_.at(x / cell_side(), y / cell_side()) != 0; }

  double picture_share() const;  // of the page's area
  double unlike_share() const;   // the same

 private:
  int cell_side() const { return 2 * divisor_; }  // px
  int cells_of_mm(double mm) const;
  void place(const std::vector<Box>& shapes);
  std::vector<Box> unlike_shapes() const;

  const Image& pixels_;
  double dpi_;
  int divisor_;
  Image luma_;
  Image reduced_;
  Image reduced_luma_;
  Image paper_;
  Bilevel all_ink_;
  Cells picture_{0, 0};     // what stands in boxes
  std::vector<Box> boxes_;  // px
  Layers layers_;
};

}  // namespace sohoa
