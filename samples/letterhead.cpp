#include "samples/letterhead.h"

#include <algorithm>

#include "samples/as_typed.h"

namespace sohoa {

namespace {

constexpr double kLeftColumnMm = 20;
constexpr double kLeftWidthMm = 68;
constexpr double kRightColumnMm = 84;
constexpr double kRightWidthMm = 108;

Passage centred(double size_pt) {
  Passage passage;
  passage.size_pt = size_pt;
  passage.align = Align::kCentre;
  return passage;
}

Passage letterhead_hand(Sheet& sheet, Passage passage) {
  passage.hand = some_hand(sheet.random());
  passage.hand.colour = kPenBlack;
  passage.hand.pen_width_mm = 0.62;
  return passage;
}

double draw_issuer(Sheet& sheet, const Letterhead& head, double y) {
  const double middle = kLeftColumnMm + kLeftWidthMm / 2;
  Passage line = centred(12.5);
  if (!head.parent.empty()) {
    const std::string parent =
        head.parent_name.empty() ? head.parent : "<co_quan_cap_tren>" + head.parent + "<>";
    y = set_text(sheet, parent, kLeftColumnMm, y, kLeftWidthMm, line);
  }
  line.bold = true;
  for (const std::string& issuer : head.issuer) {
    y = set_text(sheet, "<co_quan_ban_hanh>" + issuer + "<>", kLeftColumnMm, y, kLeftWidthMm, line);
  }
  sheet.line({middle - 10, y + 0.8}, {middle + 10, y + 0.8}, 0.25);
  y += 4.5;
  if (head.number.empty()) return y;
  const Passage number = letterhead_hand(sheet, centred(13));
  const std::string written = head.number_by_hand ? "~" + head.number + "~ /" : head.number + "/";
  y = set_text(sheet, "Số: <so_ky_hieu>" + written + head.symbol + "<>", kLeftColumnMm, y,
               kLeftWidthMm, number);
  for (const std::string& subject : head.subject) {
    y = set_text(sheet, "<trich_yeu>" + subject + "<>", kLeftColumnMm, y, kLeftWidthMm,
                 centred(12));
  }
  return y;
}

double draw_place_and_date(Sheet& sheet, const Letterhead& head, double y) {
  const std::string day =
      head.day_by_hand ? "~" + two_digits(head.date.day) + "~" : two_digits(head.date.day);
  Passage line = letterhead_hand(sheet, centred(13.5));
  line.italic = true;
  return set_text(sheet,
                  "<dia_danh>" + head.seat + "<>, <ngay_ban_hanh>ngày " + day + " tháng " +
                      month_digits(head.date.month) + " năm " + std::to_string(head.date.year) +
                      "<>",
                  kRightColumnMm, y, kRightWidthMm, line);
}

}  // namespace

Letterhead committee_head(const Case& it, const std::string& number, const std::string& symbol) {
  Letterhead head;
  head.issuer = {"ỦY BAN NHÂN DÂN", upper(it.place.commune)};
  head.issuer_name = "Ủy ban nhân dân " + it.place.commune;
  head.number = number;
  head.symbol = symbol;
  head.seat = it.place.seat;
  head.date = it.received;
  return head;
}

double draw_motto(Sheet& sheet, double left, double top, double width, double size_pt) {
  Passage line = centred(size_pt - 0.5);
  line.bold = true;
  double y = set_text(sheet, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", left, top, width, line);
  line.size_pt = size_pt + 0.5;
  y = set_text(sheet, "Độc lập - Tự do - Hạnh phúc", left, y, width, line);
  const double half = sheet.advance("Độc lập - Tự do - Hạnh phúc",
                                    {size_pt + 0.5, Family::kSerif, true, false, {}}) /
                      2;
  const double middle = left + width / 2;
  sheet.line({middle - half, y + 0.8}, {middle + half, y + 0.8}, 0.25);
  return y + 4.5;
}

double draw_letterhead(Sheet& sheet, const Letterhead& head, double top) {
  const double left_bottom = draw_issuer(sheet, head, top);
  double right_bottom = draw_motto(sheet, kRightColumnMm, top, kRightWidthMm);
  if (!head.seat.empty()) right_bottom = draw_place_and_date(sheet, head, right_bottom);
  if (!head.number.empty()) add_field(sheet, "so_ky_hieu", head.number + "/" + head.symbol);
  if (!head.seat.empty()) {
    add_field(sheet, "dia_danh", head.seat);
    add_field(sheet, "ngay_ban_hanh", iso(head.date));
  }
  if (!head.parent_name.empty()) add_field(sheet, "co_quan_cap_tren", head.parent_name);
  add_field(sheet, "co_quan_ban_hanh", head.issuer_name);
  return std::max(left_bottom, right_bottom) + 4;
}

std::string committee_rim(const Place& place) {
  return "ỦY BAN NHÂN DÂN " + upper(place.commune) + " - " + upper(place.province);
}

void add_field(Sheet& sheet, const std::string& name, const std::string& value) {
  Box box;
  for (const TruthLine& line : sheet.truth().lines) {
    for (const TruthWord& word : line.words) {
      if (word.field == name) box = bounds(box, word.box);
    }
  }
  sheet.truth().fields.push_back({name, as_typed(name, value), box});
}

}  // namespace sohoa
