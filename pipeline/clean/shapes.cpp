#include "pipeline/clean/shapes.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <numeric>

#include "pipeline/base/union_find.h"

namespace sohoa {

namespace {

// Where ink begins or ends in a row: `edges` gets their x in pairs.
class RowEdges {
 public:
  explicit RowEdges(int width)
      : width_(width),
        changes_(static_cast<std::size_t>(width) + 1 + sizeof(std::uint64_t)),
        edges_(changes_.size()) {}

  /// How many; edge(0), edge(1) … are their places.
  int find(const std::uint8_t* row, int darker_than) {
    const auto level = static_cast<std::uint8_t>(std::clamp(darker_than - 1, 0, 255));
    if (width_ == 0 || darker_than <= 0) return 0;
    std::uint8_t* change = changes_.data();
    change[0] = row[0] <= level ? 1 : 0;
    for (int x = 1; x < width_; ++x) {
      change[x] =
          static_cast<std::uint8_t>((row[x] <= level ? 1 : 0) ^ (row[x - 1] <= level ? 1 : 0));
    }
    change[width_] = row[width_ - 1] <= level ? 1 : 0;
    return collect();
  }
  int edge(int i) const { return edges_[i]; }

 private:
  // Most words have no change in them; in the others a branch at each px would be guessed wrong.
  int collect() {
    int count = 0;
    for (int x = 0; x <= width_; x += sizeof(std::uint64_t)) {
      std::uint64_t word = 0;
      std::memcpy(&word, changes_.data() + x, sizeof word);
      if (word == 0) continue;
      for (int i = 0; i < static_cast<int>(sizeof word); ++i) {
        edges_[count] = x + i;
        count += changes_[x + i];
      }
    }
    return count;
  }

  int width_;
  std::vector<std::uint8_t> changes_;  // 1 where a pixel differs from the one before it
  std::vector<int> edges_;
};

/// Runs of one row: from … to − 1.
struct Row {
  std::size_t from = 0;
  std::size_t to = 0;
};

// `reach`: 1 where corners touch, 0 where columns must overlap.
void join(const std::vector<ShapeRun>& runs, const Row& above, const Row& row, int reach,
          std::vector<int>& parent) {
  for (std::size_t upper = above.from, lower = row.from; upper < above.to && lower < row.to;) {
    const ShapeRun& u = runs[upper];
    const ShapeRun& l = runs[lower];
    if (u.x0 < l.x1 + reach && l.x0 < u.x1 + reach) {
      unite(parent, static_cast<int>(upper), static_cast<int>(lower));
    }
    if (u.x1 < l.x1) {
      ++upper;
    } else {
      ++lower;
    }
  }
}

std::vector<InkShape> collect_shapes(std::vector<ShapeRun>& runs, std::vector<int>& parent) {
  std::vector<InkShape> shapes;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    ShapeRun& run = runs[i];
    const int root = root_of(parent, static_cast<int>(i));
    if (root == static_cast<int>(i)) {
      run.shape = static_cast<int>(shapes.size());
      shapes.push_back({{run.x0, run.y, run.x1 - run.x0, 1}, run.pixels});
      continue;
    }
    run.shape = runs[root].shape;
    InkShape& shape = shapes[run.shape];
    const int right = std::max(shape.box.x + shape.box.width, run.x1);
    shape.box.x = std::min(shape.box.x, run.x0);
    shape.box.width = right - shape.box.x;
    shape.box.height = run.y + 1 - shape.box.y;
    shape.pixels += run.pixels;
  }
  return shapes;
}

}  // namespace

std::vector<ShapeRun> find_runs(const cv::Mat& grey, int darker_than) {
  std::vector<ShapeRun> runs;
  RowEdges edges(grey.cols);
  for (int y = 0; y < grey.rows; ++y) {
    const int count = edges.find(grey.ptr<std::uint8_t>(y), darker_than);
    for (int i = 0; i < count; i += 2) {
      runs.push_back({y, edges.edge(i), edges.edge(i + 1), edges.edge(i + 1) - edges.edge(i), 0});
    }
  }
  return runs;
}

RunsByRow::RunsByRow(const std::vector<ShapeRun>& runs, int rows)
    : runs_(runs), starts_(static_cast<std::size_t>(rows) + 1) {
  for (const ShapeRun& run : runs) ++starts_[run.y + 1];
  std::partial_sum(starts_.begin(), starts_.end(), starts_.begin());
}

std::span<const ShapeRun> RunsByRow::between(int y, int from, int to) const {
  if (y < 0 || y + 1 >= static_cast<int>(starts_.size())) return {};
  const ShapeRun* end = runs_.data() + starts_[y + 1];
  const ShapeRun* first = std::partition_point(runs_.data() + starts_[y], end,
                                               [&](const ShapeRun& run) { return run.x1 <= from; });
  const ShapeRun* last = first;
  while (last != end && last->x0 < to) ++last;
  return {first, last};
}

std::vector<ShapeRun> bridge_gaps(const std::vector<ShapeRun>& runs, int gap) {
  std::vector<ShapeRun> bridged;
  for (const ShapeRun& run : runs) {
    if (!bridged.empty() && bridged.back().y == run.y && run.x0 - bridged.back().x1 <= gap) {
      bridged.back().x1 = run.x1;
      bridged.back().pixels += run.pixels;
    } else {
      bridged.push_back(run);
    }
  }
  return bridged;
}

std::vector<InkShape> connect(std::vector<ShapeRun>& runs, int gap) {
  std::vector<int> parent(runs.size());
  for (std::size_t i = 0; i < parent.size(); ++i) parent[i] = static_cast<int>(i);
  std::vector<Row> above(static_cast<std::size_t>(gap) + 1);  // by y modulo their number
  for (std::size_t from = 0; from < runs.size();) {
    const int y = runs[from].y;
    Row row{from, from};
    while (row.to < runs.size() && runs[row.to].y == y) ++row.to;
    for (const Row& earlier : above) {
      if (earlier.from == earlier.to) continue;
      const int distance = y - runs[earlier.from].y;
      if (distance <= gap + 1) join(runs, earlier, row, distance == 1 ? 1 : 0, parent);
    }
    above[static_cast<std::size_t>(y) % above.size()] = row;
    from = row.to;
  }
  return collect_shapes(runs, parent);
}

}  // namespace sohoa
