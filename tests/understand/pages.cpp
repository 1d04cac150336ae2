#include "tests/understand/pages.h"

#include <algorithm>
#include <sstream>

#include "pipeline/base/text.h"

namespace sohoa::test {

namespace {

constexpr double kDpi = 300;
constexpr double kPxPerMm = kDpi / 25.4;
constexpr double kMmPerPt = 25.4 / 72;
// In ems of Times.
constexpr double kCapitalWidth = 0.66;
constexpr double kLetterWidth = 0.46;
constexpr double kSpaceWidth = 0.25;
constexpr double kInkHeight = 0.9;
constexpr double kColumnGapMm = 20;

double width_of(const std::string& word, double size_pt) {
  double ems = 0;
  for (const char32_t c : to_code_points(word)) {
    const std::string letter = to_utf8({&c, 1});
    ems += case_folded(letter) == letter ? kLetterWidth : kCapitalWidth;
  }
  return ems * size_pt * kMmPerPt;
}

Line printed(const Print& print) {
  Line line;
  double x = print.left_mm;
  const double bottom = print.top_mm + kInkHeight * print.size_pt * kMmPerPt;
  std::istringstream columns(print.text);
  for (std::string column; std::getline(columns, column, '\t'); x += kColumnGapMm) {
    for (const std::string& text : split_words(column)) {
      const double width = width_of(text, print.size_pt);
      line.words.push_back(
          {text,
           {x * kPxPerMm, print.top_mm * kPxPerMm, (x + width) * kPxPerMm, bottom * kPxPerMm},
           print.confidence});
      x += width + kSpaceWidth * print.size_pt * kMmPerPt;
    }
  }
  for (const Word& word : line.words) line.box = bounds(line.box, word.box);
  line.font_size_pt = print.size_pt;
  return line;
}

}  // namespace

Print centred(const std::string& text, double x_mm, double top_mm, double size_pt) {
  const Line line = printed({text, 0, top_mm, size_pt});
  return {text, x_mm - line.box.right / kPxPerMm / 2, top_mm, size_pt};
}

TextPage text_page(const std::vector<Print>& lines, SheetSize size) {
  TextPage page;
  page.width = static_cast<int>(size.width_mm * kPxPerMm);
  page.height = static_cast<int>(size.height_mm * kPxPerMm);
  page.dpi = {kDpi, kDpi};
  page.blocks.push_back({});
  for (const Print& print : lines) page.blocks.back().lines.push_back(printed(print));
  return page;
}

PageView page_of(const std::vector<Print>& lines, int sequence, SheetSize size) {
  return view_of(text_page(lines, size), sequence);
}

ViewLine line_of(const std::string& text) { return page_of({{text}}).lines.at(0); }

std::vector<Print> both(std::vector<Print> first, const std::vector<Print>& second) {
  first.insert(first.end(), second.begin(), second.end());
  return first;
}

std::vector<Print> state_name() {
  return {centred("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", kRightColumnMm, 20, 12),
          centred("Độc lập - Tự do - Hạnh phúc", kRightColumnMm, 26)};
}

std::vector<Print> letterhead(const std::string& number) {
  return {centred("ỦY BAN NHÂN DÂN", kLeftColumnMm, 20, 12),
          centred("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", kRightColumnMm, 20, 12),
          centred("XÃ TÂN NGÃI", kLeftColumnMm, 26, 12),
          centred("Độc lập - Tự do - Hạnh phúc", kRightColumnMm, 26),
          centred(number, kLeftColumnMm, 36),
          centred("Tân Ngãi, ngày 02 tháng 9 năm 2026", kRightColumnMm, 36)};
}

const Knowledge& shipped_knowledge() {
  static const Knowledge knowledge = load_knowledge();
  return knowledge;
}

Field field_named(const std::vector<Field>& fields, const std::string& name) {
  const auto found = std::find_if(fields.begin(), fields.end(),
                                  [&](const Field& field) { return field.name == name; });
  return found == fields.end() ? Field{} : *found;
}

}  // namespace sohoa::test
