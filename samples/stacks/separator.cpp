#include "samples/stacks/separator.h"

#include "samples/qr.h"
#include "samples/stacks/code39.h"
#include "samples/typist.h"

namespace sohoa {

namespace {

constexpr double kQrMm = 40;
constexpr double kCodeLengthMm = 90;
constexpr double kCodeHeightMm = 14;

}  // namespace

std::string separator_code(const Separator& separator) {
  return "SOHOA1|separator|" + separator.dossier_code + "|" + separator.kind;
}

void draw_separator(Sheet& sheet, const Separator& separator) {
  const double middle = sheet.width() / 2;
  constexpr double kTopMm = 22;
  draw_qr(sheet, {middle - kQrMm / 2, kTopMm}, kQrMm, separator_code(separator));
  const double code_top = kTopMm + kQrMm + 10;
  const double half = kCodeLengthMm / 2;
  draw_code39(sheet, {middle - half, code_top, middle + half, code_top + kCodeHeightMm}, "PATCHT",
              BarsAlong::kRow);
  const double along = sheet.height() / 2 - half;
  draw_code39(sheet, {14, along, 14 + kCodeHeightMm, along + kCodeLengthMm}, "PATCHT",
              BarsAlong::kColumn);
  Passage words;
  words.align = Align::kCentre;
  words.bold = true;
  words.size_pt = 34;
  words.family = Family::kSans;
  double y = set_text(sheet, "TỜ PHÂN CÁCH", 40, code_top + 34, 140, words);
  words.size_pt = 18;
  if (!separator.title.empty()) y = set_text(sheet, separator.title, 40, y + 8, 140, words);
  words.bold = false;
  words.size_pt = 13;
  if (!separator.dossier_code.empty()) {
    set_text(sheet, "Mã hồ sơ: " + separator.dossier_code, 40, y + 8, 140, words);
  }
}

}  // namespace sohoa
