#include "samples/letterhead.h"
#include "samples/mrz.h"
#include "samples/papers.h"
#include "samples/portrait.h"
#include "samples/qr.h"

namespace sohoa {

namespace {

constexpr double kCardWidthMm = 85.6;
constexpr double kCardHeightMm = 54;
constexpr Colour kCardInk{0.10, 0.12, 0.22};
constexpr Colour kCardRed{0.75, 0.10, 0.14};

Passage card_passage(double size_pt) {
  Passage passage;
  passage.size_pt = size_pt;
  passage.family = Family::kSans;
  passage.colour = kCardInk;
  passage.line_factor = 1.15;
  return passage;
}

void draw_ground(Sheet& sheet, const Box& card) {
  sheet.fill(card, {0.90, 0.95, 0.96});
  for (double y = card.top + 1; y < card.bottom; y += 1.7) {
    std::vector<Point> wave;
    for (double x = card.left; x <= card.right; x += 1.5) {
      const double rise = 1.2 * (x - card.left) / kCardWidthMm;
      wave.push_back({x, y - rise * ((x - card.left) / kCardWidthMm)});
    }
    sheet.stroke(wave, 0.15, {0.80, 0.88, 0.86});
  }
  sheet.frame(card, 0.25, {0.55, 0.62, 0.66});
  // The word that keeps a specimen from being taken for a card.
  Passage word = card_passage(30);
  word.bold = true;
  word.colour = {0.93, 0.80, 0.80};
  word.align = Align::kCentre;
  set_text(sheet, "MẪU", card.left, card.top + 20, kCardWidthMm, word);
  sheet.truth().lines.back().words.front().ink = WordInk::kStamp;
}

void draw_front(Sheet& sheet, const Case& it, Point corner) {
  const Person& person = it.applicant;
  const Date expires{person.born.day, person.born.month, person.born.year + 40};
  const double x = corner.x, y = corner.y;
  draw_ground(sheet, {x, y, x + kCardWidthMm, y + kCardHeightMm});
  Passage head = card_passage(5.6);
  head.bold = true;
  head.align = Align::kCentre;
  set_text(sheet, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", x + 20, y + 2.2, 48, head);
  head.bold = false;
  set_text(sheet, "Độc lập - Tự do - Hạnh phúc", x + 20, y + 4.8, 48, head);
  Passage title = card_passage(9.5);
  title.bold = true;
  title.align = Align::kCentre;
  title.colour = kCardRed;
  set_text(sheet, "<ten_giay_to>CĂN CƯỚC<>", x + 22, y + 8.2, 44, title);
  draw_qr(sheet, {x + 68.5, y + 2}, 15,
          person.number + "||" + person.name() + "|" + compact(person.born) + "|Nữ|" +
              person.home.address() + "|" + compact(person.issued));
  draw_portrait(sheet, {x + 4, y + 18, x + 24, y + 44});
  const auto item = [&](double top, const std::string& label, const std::string& value) {
    const double below = set_text(sheet, label, x + 28, y + top, 54, card_passage(5.2));
    Passage filled = card_passage(7.6);
    filled.bold = true;
    set_text(sheet, value, x + 28, below, 54, filled);
  };
  Passage number = card_passage(10.5);
  number.bold = true;
  number.colour = kCardRed;
  set_text(sheet, "Số định danh cá nhân:", x + 28, y + 15.5, 54, card_passage(5.2));
  set_text(sheet, "<so_dinh_danh>" + person.number + "<>", x + 28, y + 17.6, 54, number);
  item(23, "Họ, chữ đệm và tên khai sinh:", "<ho_ten>" + upper(person.name()) + "<>");
  item(29.4, "Ngày, tháng, năm sinh:", "<ngay_sinh>" + slashed(person.born) + "<>");
  item(35.8, "Giới tính, quốc tịch:", "<gioi_tinh>Nữ,<> <quoc_tich>Việt Nam<>");
  Passage until = card_passage(5.2);
  set_text(sheet, "Có giá trị đến: <hieu_luc>" + slashed(expires) + "<>", x + 4, y + 46, 40, until);
  add_field(sheet, "ten_giay_to", "Căn cước");
  add_field(sheet, "so_dinh_danh", person.number);
  add_field(sheet, "hieu_luc", iso(expires));
  add_field(sheet, "ho_ten", person.name());
  add_field(sheet, "ngay_sinh", iso(person.born));
  add_field(sheet, "gioi_tinh", "Nữ");
  add_field(sheet, "quoc_tich", "Việt Nam");
}

void draw_back(Sheet& sheet, const Case& it, Point corner) {
  const Person& person = it.applicant;
  const Date expires{person.born.day, person.born.month, person.born.year + 40};
  const double x = corner.x, y = corner.y;
  draw_ground(sheet, {x, y, x + kCardWidthMm, y + kCardHeightMm});
  const auto item = [&](double top, const std::string& label, const std::string& value) {
    const double below = set_text(sheet, label, x + 5, y + top, 52, card_passage(5.2));
    Passage filled = card_passage(7);
    filled.bold = true;
    set_text(sheet, value, x + 5, below, 52, filled);
  };
  item(3, "Nơi cư trú:", "<noi_cu_tru>" + person.home.address() + "<>");
  item(12, "Nơi đăng ký khai sinh:",
       "<noi_dang_ky_khai_sinh>" + it.place.commune + ", " + it.place.province + "<>");
  item(20.5, "Ngày, tháng, năm cấp:", "<ngay_ban_hanh>" + slashed(person.issued) + "<>");
  sheet.frame({x + 66, y + 8, x + 78, y + 18}, 0.4, {0.75, 0.62, 0.25});
  sheet.fill({x + 66, y + 8, x + 78, y + 18}, {0.95, 0.86, 0.58});
  const Face mono{9.6, Family::kMono, false, false, kToner};
  double baseline = y + 36;
  for (const std::string& line : machine_readable_zone(person, expires)) {
    const Box box = sheet.print(line, {x + 5, baseline}, mono);
    sheet.truth().lines.push_back({{{line, box, WordInk::kPrint, "mrz"}}});
    baseline += 5.4;
  }
  add_field(sheet, "noi_cu_tru", person.home.address());
  add_field(sheet, "noi_dang_ky_khai_sinh", it.place.commune + ", " + it.place.province);
  add_field(sheet, "ngay_ban_hanh", iso(person.issued));
}

}  // namespace

void draw_identity_card(Pad& pad, const Case& it, Random& random) {
  Sheet& sheet = pad.next();
  const double left = random.between(54, 68);
  draw_front(sheet, it, {left, random.between(34, 44)});
  draw_back(sheet, it, {left + random.between(-3, 3), random.between(112, 124)});
}

}  // namespace sohoa
