#include "samples/closing.h"

#include <algorithm>

#include "samples/letterhead.h"
#include "samples/seals.h"

namespace sohoa {

namespace {

Passage centred(double size_pt) {
  Passage passage;
  passage.size_pt = size_pt;
  passage.align = Align::kCentre;
  return passage;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += (text.empty() ? "" : " ") + line;
  return text;
}

/// "TM. ỦY BAN …" and "KT. CHỦ TỊCH" say in whose right the signer signs; the last line says what
/// the signer is.
bool has_right(const Closing& closing) {
  const std::string& first = closing.authority.front();
  return closing.authority.size() > 1 && first.find(". ") != std::string::npos;
}

/// The lines above a signature; those tagged already stay as they are.
std::vector<std::string> authority_of(const Closing& closing) {
  std::vector<std::string> lines = closing.authority;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].find('<') != std::string::npos) continue;
    const bool last = i + 1 == lines.size();
    if (last) lines[i] = "<chuc_vu>" + lines[i] + "<>";
    if (!last && has_right(closing)) lines[i] = "<quyen_han>" + lines[i] + "<>";
  }
  return lines;
}

void add_authority(Sheet& sheet, const Closing& closing) {
  if (closing.authority.empty()) return;
  add_field(sheet, "chuc_vu", sentence(lower(closing.authority.back())));
  if (!has_right(closing)) return;
  add_field(sheet, "quyen_han", joined({closing.authority.begin(), closing.authority.end() - 1}));
}

}  // namespace

double draw_closing(Sheet& sheet, const Closing& closing, double top) {
  constexpr double kLeftMm = 30, kReceiversMm = 72;
  const double sign_left = closing.left_mm, sign_width = closing.width_mm;
  double left_y = top;
  if (!closing.receivers.empty()) {
    Passage receivers;
    receivers.size_pt = 12;
    receivers.bold = receivers.italic = true;
    left_y = set_text(sheet, "Nơi nhận:", kLeftMm, top, kReceiversMm, receivers);
    receivers.size_pt = 11;
    receivers.bold = receivers.italic = false;
    for (const std::string& receiver : closing.receivers) {
      left_y = set_text(sheet, "- <noi_nhan>" + receiver + "<>", kLeftMm, left_y, kReceiversMm,
                        receivers);
    }
    add_field(sheet, "noi_nhan", joined(closing.receivers));
  }
  Passage line = centred(13.5);
  line.bold = true;
  double y = top;
  if (!closing.place_and_date.empty()) {
    Passage when = centred(13);
    when.italic = true;
    y = set_text(sheet, "<ngay_ban_hanh>" + closing.place_and_date + "<>", sign_left, y, sign_width,
                 when);
  }
  for (const std::string& authority : authority_of(closing)) {
    y = set_text(sheet, authority, sign_left, y, sign_width, line);
  }
  add_authority(sheet, closing);
  const double middle = sign_left + sign_width / 2;
  const double name_y = y + 28;
  const double bottom =
      set_text(sheet, "<nguoi_ky>" + closing.name + "<>", sign_left, name_y, sign_width, line);
  Random& random = sheet.random();
  const Point pen{middle + random.between(2, 8), y + random.between(12, 16)};
  sign(sheet, pen, random.between(44, 54), kPenBlue);
  if (!closing.seal_rim.empty()) {
    const Point centre{middle - random.between(17, 21), y + random.between(10, 15)};
    press_seal(sheet, centre, closing.seal_rim, closing.seal_heart);
  }
  add_field(sheet, "nguoi_ky", closing.name);
  return std::max(left_y, bottom);
}

}  // namespace sohoa
