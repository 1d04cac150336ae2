#pragma once

#include <string>
#include <vector>

#include "models/record/field.h"
#include "models/record/page.h"
#include "pipeline/understand/knowledge.h"
#include "pipeline/understand/page_view.h"

namespace sohoa::test {

/// A line of print on a page of paper.
struct Print {
  std::string text;  // a tab is white space as between columns
  double left_mm = 30;
  double top_mm = 30;
  double size_pt = 13;
  double confidence = 0.97;  // of its words
};

struct SheetSize {
  double width_mm = 210;
  double height_mm = 297;
};

/// The line with its middle at `x_mm`.
Print centred(const std::string& text, double x_mm, double top_mm, double size_pt = 13);

/// A page on which these lines stand, in that order, at 300 dpi. Letters are as wide and as high
/// as those of Times are.
TextPage text_page(const std::vector<Print>& lines, SheetSize size = {});
PageView page_of(const std::vector<Print>& lines, int sequence = 1, SheetSize size = {});

/// One line, alone on its page.
ViewLine line_of(const std::string& text);

/// All of the first, then all of the second.
std::vector<Print> both(std::vector<Print> first, const std::vector<Print>& second);

/// The state's name and motto on the right of a letter, its middle at kRightColumnMm.
std::vector<Print> state_name();
/// …, the office "ỦY BAN NHÂN DÂN XÃ TÂN NGÃI" left of it, number and date below.
std::vector<Print> letterhead(const std::string& number = "Số: 47/QĐ-UBND");

inline constexpr double kLeftColumnMm = 58;  // the middle of columns of letters
inline constexpr double kRightColumnMm = 140;

/// The catalogue as it is shipped, loaded once.
const Knowledge& shipped_knowledge();

/// Of that name; a field without name or value when there is none.
Field field_named(const std::vector<Field>& fields, const std::string& name);

}  // namespace sohoa::test
