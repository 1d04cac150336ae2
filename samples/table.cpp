#include "samples/table.h"

#include <algorithm>

namespace sohoa {

double draw_row(Sheet& sheet, double left, double top, const std::vector<double>& widths,
                const std::vector<std::string>& cells, const Passage& passage, Align align) {
  constexpr double kPaddingMm = 1.4;
  constexpr double kRuleMm = 0.2;
  Passage words = passage;
  words.align = align;
  double height = 0;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    height = std::max(height, text_height(sheet, cells[i], widths[i] - 2 * kPaddingMm, words));
  }
  height += 1.6;
  double x = left;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    sheet.frame({x, top, x + widths[i], top + height}, kRuleMm);
    set_text(sheet, cells[i], x + kPaddingMm, top + 0.8, widths[i] - 2 * kPaddingMm, words);
    x += widths[i];
  }
  return top + height;
}

double draw_boxed_digits(Sheet& sheet, Point corner, const std::string& digits,
                         const Passage& passage, WordInk ink, const std::string& field) {
  constexpr double kCellMm = 5.6;
  Box around;
  double x = corner.x;
  for (const char digit : digits) {
    sheet.frame({x, corner.y, x + kCellMm, corner.y + kCellMm}, 0.2);
    const std::string text(1, digit);
    const Point at{x + kCellMm * 0.28, corner.y + kCellMm * 0.8};
    const Face face{passage.size_pt, passage.family, false, false, passage.colour};
    around = bounds(around, ink == WordInk::kHand ? write_by_hand(sheet, text, at, passage.hand)
                                                  : sheet.print(text, at, face));
    x += kCellMm;
  }
  sheet.truth().lines.push_back({{{digits, around, ink, field}}});
  return x;
}

}  // namespace sohoa
