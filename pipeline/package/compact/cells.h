#pragma once

#include <vector>

#include "models/record/geometry.h"
#include "pipeline/base/bytes.h"

namespace sohoa {

/// Squares of a page, each marked or not.
struct Cells {
  int width = 0;
  int height = 0;
  Bytes marked;  // width × height of 0 or 1

  Cells(int across, int down)
      : width(across), height(down), marked(static_cast<std::size_t>(across) * down) {}

  std::uint8_t& at(int x, int y) { return marked[static_cast<std::size_t>(y) * width + x]; }
  std::uint8_t at(int x, int y) const { return marked[static_cast<std::size_t>(y) * width + x]; }
};

/// Marks the cells of a box.
void mark(const Box& box, Cells& cells);

/// Unmarks the cells outside all the boxes.
void keep_within(const std::vector<Box>& boxes, Cells& cells);

/// Marks the cells within `margin` of marked ones too.
Cells widened(const Cells& cells, int margin);

/// Marked cells that are neighbours, corners too, are one shape: the boxes of those of at least
/// `count_min` cells, in cells, in the order of their first cell.
std::vector<Box> shapes_of(const Cells& cells, int count_min);

/// Boxes grown by `margin` on all sides within width × height; those that then overlap are one, and
/// the cheapest pairs are joined until `count_max` are left.
std::vector<Box> places_of(std::vector<Box> boxes, int margin, const Cells& within,
                           std::size_t count_max);

}  // namespace sohoa
