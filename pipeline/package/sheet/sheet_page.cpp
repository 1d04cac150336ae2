#include "pipeline/package/sheet/sheet_page.h"

#include <vector>

#include "models/record/geometry.h"
#include "pipeline/base/text.h"
#include "pipeline/package/pdf/pdf_number.h"
#include "pipeline/package/sheet/symbol_modules.h"

namespace sohoa {

namespace {

constexpr double kPointsPerMm = 72 / 25.4;
constexpr double kPageWidth_mm = 210, kPageHeight_mm = 297;
constexpr int kDecimals = 3;

// mm from the top left corner of the sheet.
constexpr Box kQr{85, 22, 125, 62};
constexpr Box kPatch{60, 78, 150, 92};
constexpr Box kPatchAtEdge{12, 150, 26, 240};  // turned
constexpr Box kArrow{100, 8, 110, 17};

struct TextLine {
  std::string text;
  double size_pt = 0;
  double baseline_mm = 0;
};

std::vector<TextLine> lines_of(const SeparatorSheet& sheet) {
  const std::string& kind = sheet.code.kind_code;
  const std::string& dossier = sheet.code.dossier_code;
  std::vector<TextLine> lines = {{"TỜ PHÂN CÁCH", 40, 122}};
  if (!dossier.empty()) lines.push_back({"Mã hồ sơ: " + dossier, 18, 142});
  if (!sheet.kind_title.empty()) lines.push_back({to_nfc(sheet.kind_title), 24, 158});
  if (!kind.empty()) lines.push_back({"Loại giấy tờ: " + kind, 14, 168});
  lines.push_back({"Đặt tờ này ngay trước giấy tờ mới, cùng mặt với các trang khác,", 13, 196});
  lines.push_back(
      {"mũi tên hướng lên như đầu trang. Nếu lỡ quay chiều khác, máy vẫn đọc được.", 13, 203});
  lines.push_back({"Tờ này không vào hồ sơ; dùng lại được nhiều lần.", 13, 210});
  return lines;
}

std::string number(double mm) { return pdf_number(mm * kPointsPerMm, kDecimals); }

std::string rectangle(const Box& box) {
  return number(box.left) + ' ' + number(kPageHeight_mm - box.bottom) + ' ' + number(box.width()) +
         ' ' + number(box.height()) + " re\n";
}

/// Dark runs of each row as rectangles, so that no seams show.
std::string drawn(const SymbolModules& modules, const Box& box) {
  const double width = box.width() / modules.columns, height = box.height() / modules.rows;
  std::string operators;
  for (int row = 0; row < modules.rows; ++row) {
    for (int first = 0; first < modules.columns; ++first) {
      int end = first;
      while (end < modules.columns && modules.at(end, row)) ++end;
      if (end == first) continue;
      operators += rectangle({box.left + first * width, box.top + row * height,
                              box.left + end * width, box.top + (row + 1) * height});
      first = end;
    }
  }
  return operators + "f\n";
}

/// A barcode that is read downwards.
SymbolModules turned(const SymbolModules& bars) {
  SymbolModules result{bars.rows, bars.columns, {}};
  for (int row = 0; row < result.rows; ++row) {
    for (int column = 0; column < result.columns; ++column) {
      result.dark.push_back(bars.at(row, column));
    }
  }
  return result;
}

std::string arrow() {
  const auto point = [](double x, double y) {
    return number(x) + ' ' + number(kPageHeight_mm - y) + ' ';
  };
  return point(kArrow.centre().x, kArrow.top) + "m " + point(kArrow.right, kArrow.bottom) + "l " +
         point(kArrow.left, kArrow.bottom) + "l h f\n";
}

std::string written(const TextLine& line, const SubsetFont& font) {
  const std::u32string text = to_code_points(line.text);
  const double width_mm = font.width_of(text) / 1000 * line.size_pt / kPointsPerMm;
  return "BT /F0 " + pdf_number(line.size_pt, kDecimals) + " Tf " +
         number((kPageWidth_mm - width_mm) / 2) + ' ' + number(kPageHeight_mm - line.baseline_mm) +
         " Td " + font.codes_of(text) + " Tj ET\n";
}

}  // namespace

std::u32string sheet_characters(const SeparatorSheet& sheet) {
  std::u32string all;
  for (const TextLine& line : lines_of(sheet)) all += to_code_points(line.text);
  return all;
}

std::string sheet_content(const SeparatorSheet& sheet, const SubsetFont& font) {
  const SymbolModules patch = code39_modules(std::string(kPatchText));
  std::string operators = "q 0 g\n" + arrow();
  operators += drawn(qr_modules(separator_text(sheet.code)), kQr);
  operators += drawn(patch, kPatch) + drawn(turned(patch), kPatchAtEdge);
  for (const TextLine& line : lines_of(sheet)) operators += written(line, font);
  return operators + "Q";
}

}  // namespace sohoa
