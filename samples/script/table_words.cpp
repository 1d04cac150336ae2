// Ruled tables.

#include <sstream>

#include "samples/script/press.h"
#include "samples/table.h"

namespace sohoa {

namespace {

/// table WIDTH WIDTH …, of the rows that follow
void table(Press& press, const std::string& rest) {
  press.table_mm.clear();
  std::istringstream widths(rest);
  for (double width = 0; widths >> width;) press.table_mm.push_back(width);
  press.typist.gap(1);
}

void draw_cells(Press& press, const std::vector<std::string>& cells, Align align) {
  if (cells.size() != press.table_mm.size()) fail("row " + cells[0], "has not the table's columns");
  Passage passage = press.form.passage();
  passage.size_pt = press.size_pt - 1;
  passage.line_factor = press.it.by_hand ? 1.4 : 1.2;
  press.typist.need(16);
  press.typist.set_y(
      draw_row(press.sheet(), press.left, press.typist.y(), press.table_mm, cells, passage, align));
}

/// row CELL | CELL …; a cell that begins with = is an answer
void row(Press& press, const std::string& rest) {
  std::vector<std::string> cells;
  for (const std::string& cell : columns(rest)) {
    const bool answer = !cell.empty() && cell[0] == '=';
    const std::string text = press.set(answer ? cell.substr(1) : cell);
    cells.push_back(answer && !text.empty() ? press.form.filled(text) : text);
  }
  draw_cells(press, cells, Align::kLeft);
}

void heads(Press& press, const std::string& rest) {
  std::vector<std::string> cells;
  for (const std::string& cell : columns(rest)) cells.push_back("*" + press.set(cell) + "*");
  draw_cells(press, cells, Align::kCentre);
}

constexpr Word kWords[] = {{"table", table}, {"row", row}, {"heads", heads}};

}  // namespace

std::span<const Word> table_words() { return kWords; }

}  // namespace sohoa
