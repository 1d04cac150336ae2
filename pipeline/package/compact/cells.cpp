#include "pipeline/package/compact/cells.h"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <utility>

namespace sohoa {

namespace {

struct Cell {
  int x = 0, y = 0;
};

struct Shape {
  Box box;
  int count = 0;
};

/// The shape of a marked cell; unmarks it.
Shape take_shape(Cells& cells, Cell first) {
  Shape shape;
  std::vector<Cell> waiting = {first};
  cells.at(first.x, first.y) = 0;
  while (!waiting.empty()) {
    const Cell cell = waiting.back();
    waiting.pop_back();
    ++shape.count;
    const double x = cell.x, y = cell.y;
    shape.box = bounds(shape.box, {x, y, x + 1, y + 1});
    for (int ny = std::max(cell.y - 1, 0); ny <= std::min(cell.y + 1, cells.height - 1); ++ny) {
      for (int nx = std::max(cell.x - 1, 0); nx <= std::min(cell.x + 1, cells.width - 1); ++nx) {
        if (std::exchange(cells.at(nx, ny), std::uint8_t{0}) != 0) waiting.push_back({nx, ny});
      }
    }
  }
  return shape;
}

double area(const Box& box) { return box.empty() ? 0 : box.width() * box.height(); }

/// What joining two boxes adds to what is covered.
double cost_of_joining(const Box& a, const Box& b) {
  return area(bounds(a, b)) - area(a) - area(b);
}

void join(std::vector<Box>& boxes, std::size_t i, std::size_t k) {
  boxes[i] = bounds(boxes[i], boxes[k]);
  boxes.erase(boxes.begin() + static_cast<std::ptrdiff_t>(k));
}

void join_overlapping(std::vector<Box>& boxes) {
  for (std::size_t i = 0; i < boxes.size();) {
    std::size_t k = 0;
    while (k < boxes.size() && (k == i || intersection(boxes[i], boxes[k]).empty())) ++k;
    if (k == boxes.size()) {
      ++i;
    } else {
      join(boxes, std::min(i, k), std::max(i, k));
      i = 0;
    }
  }
}

void join_cheapest(std::vector<Box>& boxes) {
  std::pair<std::size_t, std::size_t> best;
  double least = std::numeric_limits<double>::infinity();
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    for (std::size_t k = i + 1; k < boxes.size(); ++k) {
      const double cost = cost_of_joining(boxes[i], boxes[k]);
      if (cost >= least) continue;
      least = cost;
      best = {i, k};
    }
  }
  join(boxes, best.first, best.second);
}

/// `marked`, and what lies within `margin` steps of it, along one line.
void widen_line(Cells& cells, std::size_t start, std::size_t step, int count, int margin) {
  int reach = 0;  // cells left that the last marked one reaches
  Bytes wide(static_cast<std::size_t>(count));
  for (int pass = 0; pass < 2; ++pass, reach = 0) {
    for (int i = 0; i < count; ++i) {
      const std::size_t at = static_cast<std::size_t>(pass == 0 ? i : count - 1 - i);
      if (cells.marked[start + at * step] != 0) reach = margin + 1;
      if (reach > 0) wide[at] = 1;
      reach = std::max(reach - 1, 0);
    }
  }
  for (std::size_t i = 0; i < wide.size(); ++i) cells.marked[start + i * step] = wide[i];
}

}  // namespace

void mark(const Box& box, Cells& cells) {
  for (int y = static_cast<int>(box.top); y < static_cast<int>(box.bottom); ++y) {
    for (int x = static_cast<int>(box.left); x < static_cast<int>(box.right); ++x) {
      cells.at(x, y) = 1;
    }
  }
}

void keep_within(const std::vector<Box>& boxes, Cells& cells) {
  Cells allowed(cells.width, cells.height);
  for (const Box& box : boxes) mark(box, allowed);
  for (std::size_t i = 0; i < cells.marked.size(); ++i) cells.marked[i] &= allowed.marked[i];
}

Cells widened(const Cells& cells, int margin) {
  Cells wide = cells;
  const std::size_t across = static_cast<std::size_t>(wide.width);
  for (int y = 0; y < wide.height; ++y) widen_line(wide, y * across, 1, wide.width, margin);
  for (int x = 0; x < wide.width; ++x) {
    widen_line(wide, static_cast<std::size_t>(x), across, wide.height, margin);
  }
  return wide;
}

std::vector<Box> shapes_of(const Cells& cells, int count_min) {
  Cells left = cells;
  std::vector<Box> boxes;
  for (int y = 0; y < left.height; ++y) {
    for (int x = 0; x < left.width; ++x) {
      if (left.at(x, y) == 0) continue;
      const Shape shape = take_shape(left, {x, y});
      if (shape.count >= count_min) boxes.push_back(shape.box);
    }
  }
  return boxes;
}

std::vector<Box> places_of(std::vector<Box> boxes, int margin, const Cells& within,
                           std::size_t count_max) {
  const Box whole{0, 0, static_cast<double>(within.width), static_cast<double>(within.height)};
  for (Box& box : boxes) {
    box = intersection(
        {box.left - margin, box.top - margin, box.right + margin, box.bottom + margin}, whole);
  }
  join_overlapping(boxes);
  while (boxes.size() > count_max) {
    join_cheapest(boxes);
    join_overlapping(boxes);
  }
  return boxes;
}

}  // namespace sohoa
