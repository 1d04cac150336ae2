#include "pipeline/recognize/reading_order.h"

#include <algorithm>
#include <iterator>

#include "pipeline/recognize/columns.h"
#include "pipeline/recognize/rows.h"

namespace sohoa {

namespace {

constexpr double kBlockGap = 1.3;  // letter heights between the ink of two lines of a block

struct Layout {
  double gap_max = 0;  // px between two lines of a block
  double slope = 0;    // of the lines
};

void append_line(std::vector<Block>& blocks, Line line, const Layout& layout) {
  const bool starts = blocks.empty() || blocks.back().kind != BlockKind::kText ||
                      line.box.top - blocks.back().box.bottom > layout.gap_max ||
                      line.box.bottom < blocks.back().box.top;
  if (starts) blocks.emplace_back();
  blocks.back().box = bounds(blocks.back().box, line.box);
  blocks.back().lines.push_back(std::move(line));
}

void append_column(std::vector<Block>& blocks, std::vector<Line> lines, const Layout& layout) {
  blocks.emplace_back();
  for (Row& row : group_into_rows(std::move(lines), layout.slope)) {
    Line line = joined_line(std::move(row));
    if (blocks.back().lines.empty()) {
      blocks.back().box = line.box;
      blocks.back().lines.push_back(std::move(line));
    } else {
      append_line(blocks, std::move(line), layout);
    }
  }
}

void append_columns(std::vector<Block>& blocks, std::vector<Row>& rows, std::size_t first,
                    const Columns& columns, const Layout& layout) {
  std::vector<Line> left, right;
  for (std::size_t i = first; i < columns.end; ++i) {
    for (Line& line : rows[i].lines) {
      (line.box.centre().x < columns.x ? left : right).push_back(std::move(line));
    }
  }
  append_column(blocks, std::move(left), layout);
  append_column(blocks, std::move(right), layout);
  blocks.emplace_back();
}

// Lines one under another make a cell; cells from left to right.
void append_table_row(Block& block, std::vector<Line> lines, double slope) {
  std::stable_sort(lines.begin(), lines.end(),
                   [](const Line& a, const Line& b) { return a.box.left < b.box.left; });
  std::vector<Row> cells;
  for (Line& line : lines) {
    if (cells.empty() || line.box.left >= cells.back().box.right) cells.emplace_back();
    cells.back().box = bounds(cells.back().box, line.box);
    cells.back().lines.push_back(std::move(line));
  }
  for (Row& cell : cells) {
    for (Row& row : group_into_rows(std::move(cell.lines), slope)) {
      block.lines.push_back(joined_line(std::move(row)));
    }
  }
}

Block table_block(const Table& table, std::vector<Line> lines, double slope) {
  Block block{BlockKind::kTable, table.box, {}};
  std::vector<std::vector<Line>> rows(table.rules.size() + 1);
  for (Line& line : lines) {
    const auto rule = std::upper_bound(table.rules.begin(), table.rules.end(),
                                       line.box.centre().y - slope * line.box.centre().x);
    rows[static_cast<std::size_t>(rule - table.rules.begin())].push_back(std::move(line));
  }
  for (std::vector<Line>& row : rows) append_table_row(block, std::move(row), slope);
  return block;
}

bool is_inside(const Table& table, const Line& line) {
  const Point centre = line.box.centre();
  return centre.x > table.box.left && centre.x < table.box.right && centre.y > table.box.top &&
         centre.y < table.box.bottom;
}

std::vector<Line> take_lines_of(const Table& table, std::vector<Line>& lines) {
  const auto first = std::stable_partition(
      lines.begin(), lines.end(), [&](const Line& line) { return !is_inside(table, line); });
  std::vector<Line> taken(std::make_move_iterator(first), std::make_move_iterator(lines.end()));
  lines.erase(first, lines.end());
  return taken;
}

}  // namespace

std::vector<Block> in_reading_order(std::vector<Line> lines, const std::vector<Table>& tables,
                                    double letter_height, double slope) {
  std::vector<Block> table_blocks;
  for (const Table& table : tables) {
    table_blocks.push_back(table_block(table, take_lines_of(table, lines), slope));
  }
  std::vector<Row> rows = group_into_rows(std::move(lines), slope);
  std::vector<Block> blocks;
  const Layout layout{kBlockGap * letter_height, slope};
  auto table = table_blocks.begin();
  for (std::size_t i = 0; i < rows.size();) {
    while (table != table_blocks.end() && table->box.top < rows[i].box.centre().y) {
      blocks.push_back(std::move(*table++));
    }
    if (const std::optional<Columns> columns = find_columns(rows, i, letter_height)) {
      append_columns(blocks, rows, i, *columns, layout);
      i = columns->end;
    } else {
      append_line(blocks, joined_line(std::move(rows[i++])), layout);
    }
  }
  std::move(table, table_blocks.end(), std::back_inserter(blocks));
  std::erase_if(blocks, [](const Block& block) {
    return block.kind == BlockKind::kText && block.lines.empty();
  });
  return blocks;
}

}  // namespace sohoa
