#include "pipeline/recognize/columns.h"

#include <algorithm>

namespace sohoa {

namespace {

// In parts of the page's letter height.
constexpr double kCorridorMin = 1.2;    // blank between the columns
constexpr double kRowDistanceMax = 4;   // to the row before
constexpr double kSideDistanceMax = 3;  // a row of one side to the nearest of the other
constexpr double kAlignedWithin = 0.6;

constexpr std::size_t kLinesMin = 2;  // a side

struct Sides {
  std::vector<Box> left;
  std::vector<Box> right;
};

struct Corridor {
  double left = 0;
  double right = 0;

  double centre() const { return (left + right) / 2; }
  double width() const { return right - left; }
};

// What of the corridor stays blank beside the row.
Corridor narrowed(Corridor corridor, const Row& row) {
  const double x = corridor.centre();
  for (const Line& line : row.lines) {
    if (line.box.centre().x < x) {
      corridor.left = std::max(corridor.left, line.box.right);
    } else {
      corridor.right = std::min(corridor.right, line.box.left);
    }
  }
  return corridor;
}

double distance_between(const Box& a, const Box& b) {
  return std::max({0.0, a.top - b.bottom, b.top - a.bottom});
}

bool is_near(const Box& box, const std::vector<Box>& others, double distance_max) {
  return std::any_of(others.begin(), others.end(), [&](const Box& other) {
    return distance_between(box, other) <= distance_max;
  });
}

bool lined_up(const std::vector<Box>& boxes, double within) {
  const auto [low, high] = std::minmax_element(
      boxes.begin(), boxes.end(), [](const Box& a, const Box& b) { return a.left < b.left; });
  return high->left - low->left <= within;
}

Sides sides_of(const std::vector<Row>& rows, std::size_t first, std::size_t end, double x) {
  Sides sides;
  for (std::size_t i = first; i < end; ++i) {
    for (const Line& line : rows[i].lines) {
      (line.box.centre().x < x ? sides.left : sides.right).push_back(line.box);
    }
  }
  return sides;
}

std::optional<Columns> columns_along(const std::vector<Row>& rows, std::size_t first,
                                     Corridor corridor, double height) {
  std::size_t end = first + 1;
  for (; end < rows.size(); ++end) {
    if (rows[end].box.top - rows[end - 1].box.bottom > kRowDistanceMax * height) break;
    const Corridor next = narrowed(corridor, rows[end]);
    if (next.width() < kCorridorMin * height) break;
    corridor = next;
  }
  const double x = corridor.centre();
  const Sides all = sides_of(rows, first, end, x);
  const auto has_company = [&](const Row& row) {
    return std::any_of(row.lines.begin(), row.lines.end(), [&](const Line& line) {
      const bool is_left = line.box.centre().x < x;
      return is_near(line.box, is_left ? all.right : all.left, kSideDistanceMax * height);
    });
  };
  while (end > first + 1 && !has_company(rows[end - 1])) --end;
  const Sides sides = sides_of(rows, first, end, x);
  if (sides.left.size() < kLinesMin || sides.right.size() < kLinesMin) return std::nullopt;
  const double within = kAlignedWithin * height;
  if (lined_up(sides.left, within) && lined_up(sides.right, within)) return std::nullopt;
  return Columns{end, x};
}

}  // namespace

std::optional<Columns> find_columns(const std::vector<Row>& rows, std::size_t first,
                                    double letter_height) {
  std::optional<Columns> best;
  const std::vector<Line>& lines = rows[first].lines;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const Corridor corridor{lines[i - 1].box.right, lines[i].box.left};
    if (corridor.width() < kCorridorMin * letter_height) continue;
    const std::optional<Columns> found = columns_along(rows, first, corridor, letter_height);
    if (found && (!best || found->end > best->end)) best = found;
  }
  return best;
}

}  // namespace sohoa
