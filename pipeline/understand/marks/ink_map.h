#pragma once

#include <cstdint>
#include <vector>

#include "models/record/page.h"

namespace sohoa {

/// Pixels of a clean page as bits, 1 where there is ink: 64 at a time, so that looking at a whole
/// page costs little. All lengths are clean px.
class InkMap {
 public:
  /// Ink is what is darker than the level that Otsu's method (1979) picks.
  explicit InkMap(const CleanPage& clean);

  int width() const { return width_; }
  int height() const { return height_; }
  int level() const { return level_; }
  int words_in_row() const { return stride_; }
  /// Bit x % 64 of word x / 64 is pixel x; bits beyond the page are 0.
  const std::uint64_t* row(int y) const {
    return bits_.data() + static_cast<std::size_t>(y) * stride_;
  }
  bool at(int x, int y) const { return (row(y)[x / 64] >> (x % 64) & 1) != 0; }
  /// The 64 pixels from x on; what lies beyond the page is 0.
  std::uint64_t window(int x, int y) const;
  /// Ink pixels from ≤ x < to of a row.
  int count(int y, int from, int to) const;
  /// Whole pixels of a box that lie on the page.
  Box within(const Box& box) const;
  void erase(const Box& box);
  void add(int x, int y) {
    bits_[static_cast<std::size_t>(y) * stride_ + x / 64] |= std::uint64_t{1} << (x % 64);
  }

 private:
  int width_ = 0;
  int height_ = 0;
  int stride_ = 0;
  int level_ = 128;
  std::vector<std::uint64_t> bits_;
};

/// The box in clean px that a box around a word became `upright` from: turning a box makes a larger
/// one, turning it back must not make it larger again.
Box clean_box(const CleanPage& clean, const Box& upright);

/// The line's baseline in clean px at `x`.
double baseline_at(const CleanPage& clean, const Line& line, double x);

}  // namespace sohoa
