#include "pipeline/recognize/rows.h"

#include <algorithm>
#include <iterator>

namespace sohoa {

namespace {

constexpr double kBodyHeight = 1.4;  // x-heights from the baseline up to the capitals
constexpr double kOverlapMin = 0.5;  // of the lower body

// From the baseline to the tops of the capitals, with the page's lean taken out: tones and tails
// do not count.
Box body_of(const Line& line, double slope) {
  const double x = (line.baseline_start.x + line.baseline_end.x) / 2;
  const double baseline = (line.baseline_start.y + line.baseline_end.y) / 2 - slope * x;
  return {line.box.left, baseline - kBodyHeight * line.x_height, line.box.right, baseline};
}

bool on_one_level(const Row& row, const Line& line, double slope) {
  const Box body = body_of(line, slope);
  return std::any_of(row.lines.begin(), row.lines.end(), [&](const Line& other) {
    const Box b = body_of(other, slope);
    const double overlap = std::min(b.bottom, body.bottom) - std::max(b.top, body.top);
    const bool beside = b.right <= body.left || body.right <= b.left;
    return beside && overlap >= kOverlapMin * std::min(b.height(), body.height());
  });
}

}  // namespace

std::vector<Row> group_into_rows(std::vector<Line> lines, double slope) {
  std::stable_sort(lines.begin(), lines.end(), [slope](const Line& a, const Line& b) {
    return body_of(a, slope).centre().y < body_of(b, slope).centre().y;
  });
  std::vector<Row> rows;
  for (Line& line : lines) {
    if (rows.empty() || !on_one_level(rows.back(), line, slope)) rows.emplace_back();
    rows.back().box = bounds(rows.back().box, line.box);
    rows.back().lines.push_back(std::move(line));
  }
  for (Row& row : rows) {
    std::stable_sort(row.lines.begin(), row.lines.end(),
                     [](const Line& a, const Line& b) { return a.box.left < b.box.left; });
  }
  return rows;
}

Line joined_line(Row row) {
  Line joined = std::move(row.lines.front());
  double widest = joined.box.width();
  for (std::size_t i = 1; i < row.lines.size(); ++i) {
    Line& line = row.lines[i];
    if (line.box.width() > widest) {
      widest = line.box.width();
      joined.x_height = line.x_height;
      joined.font_size_pt = line.font_size_pt;
    }
    joined.box = bounds(joined.box, line.box);
    joined.baseline_end = line.baseline_end;
    std::move(line.words.begin(), line.words.end(), std::back_inserter(joined.words));
  }
  return joined;
}

}  // namespace sohoa
