#include <cmath>
#include <cstdio>

#include "samples/form.h"
#include "samples/land.h"
#include "samples/letterhead.h"
#include "samples/papers.h"
#include "samples/qr.h"
#include "samples/security.h"
#include "samples/table.h"

namespace sohoa {

namespace {

constexpr Colour kTint{0.98, 0.84, 0.86};
constexpr Colour kBorder{0.80, 0.30, 0.36};
constexpr Colour kTitleRed{0.78, 0.10, 0.14};

void draw_serial(Sheet& sheet, const std::string& serial) {
  Passage passage;
  passage.size_pt = 15;
  passage.bold = true;
  passage.align = Align::kRight;
  passage.colour = kTitleRed;
  set_text(sheet, "<so_ky_hieu>" + serial + "<>", 30, 268, 156, passage);
}

void draw_front(Sheet& sheet, const Case& it, Random& random) {
  draw_guilloche(sheet, {14, 14, 196, 283}, kTint, kBorder);
  double y = draw_motto(sheet, 30, 26, 150, 13.5);
  draw_qr(sheet, {164, 24}, 24,
          it.parcel.serial + "|" + std::to_string(it.parcel.number) + "|" +
              std::to_string(it.parcel.map_sheet) + "|" + it.neighbour.number);
  Passage title;
  title.size_pt = 19;
  title.bold = true;
  title.align = Align::kCentre;
  title.colour = kTitleRed;
  title.line_factor = 1.3;
  y = set_text(sheet, "<ten_giay_to>GIẤY CHỨNG NHẬN<>", 30, y + 22, 150, title);
  title.size_pt = 15;
  y = set_text(sheet, "<ten_giay_to>QUYỀN SỬ DỤNG ĐẤT,<>", 24, y, 162, title);
  y = set_text(sheet, "<ten_giay_to>QUYỀN SỞ HỮU TÀI SẢN GẮN LIỀN VỚI ĐẤT<>", 24, y, 162, title);
  add_field(sheet, "ten_giay_to",
            "Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất");
  Form form(sheet, false, random, 14);
  form.move_to(30, y + 24, 150);
  form.say("*I. Người sử dụng đất, chủ sở hữu tài sản gắn liền với đất*");
  form.gap(3);
  form.say("Ông *" + upper(it.neighbour.name()) + "*");
  form.say("Sinh năm: " + std::to_string(it.neighbour.born.year));
  form.say("Số định danh cá nhân: <so_dinh_danh>" + it.neighbour.number + "<>");
  form.say("Nơi cư trú: " + it.neighbour.home.address());
  draw_serial(sheet, it.parcel.serial);
  add_field(sheet, "so_ky_hieu", it.parcel.serial);
  add_field(sheet, "so_dinh_danh", it.neighbour.number);
}

/// A four-cornered plot with its side lengths, north up.
void draw_plan(Sheet& sheet, const Case& it, const Box& area) {
  Random& random = sheet.random();
  Passage small;
  small.size_pt = 10;
  small.align = Align::kCentre;
  sheet.frame(area, 0.2);
  const Point middle = area.centre();
  std::vector<Point> corners;
  for (int i = 0; i < 4; ++i) {
    const double angle = M_PI / 4 + i * M_PI / 2;
    corners.push_back({middle.x + std::cos(angle) * random.between(26, 34),
                       middle.y + std::sin(angle) * random.between(20, 26)});
  }
  for (int i = 0; i < 4; ++i) {
    const Point& a = corners[i];
    const Point& b = corners[(i + 1) % 4];
    sheet.line(a, b, 0.4);
    char length[16];
    std::snprintf(length, sizeof length, "%.1f", std::hypot(a.x - b.x, a.y - b.y) / 3.1);
    const Point side{(a.x + b.x) / 2, (a.y + b.y) / 2};
    const Point out{(side.x - middle.x) * 0.22, (side.y - middle.y) * 0.22};
    std::string text = length;
    text.replace(text.find('.'), 1, ",");
    set_text(sheet, text, side.x + out.x - 8, side.y + out.y - 2.2, 16, small);
  }
  small.size_pt = 12;
  small.bold = true;
  set_text(sheet, std::to_string(it.parcel.number), middle.x - 12, middle.y - 5, 24, small);
  small.bold = false;
  set_text(sheet, area_text(it.parcel), middle.x - 14, middle.y + 1, 28, small);
  const Point north{area.right - 10, area.top + 8};
  sheet.line({north.x, north.y + 10}, north, 0.3);
  sheet.line(north, {north.x - 1.6, north.y + 3}, 0.3);
  sheet.line(north, {north.x + 1.6, north.y + 3}, 0.3);
  set_text(sheet, "B", north.x - 4, north.y - 5.5, 8, small);
}

void draw_inside(Sheet& sheet, const Case& it, Random& random) {
  draw_guilloche(sheet, {14, 14, 196, 283}, kTint, kBorder);
  Form form(sheet, false, random, 13);
  form.move_to(26, 24, 158);
  form.say("*II. Thông tin thửa đất và tài sản gắn liền với đất*");
  form.say("*1. Thửa đất:*");
  form.pair("a) Thửa đất số:", std::to_string(it.parcel.number),
            "b) Tờ bản đồ số:", std::to_string(it.parcel.map_sheet));
  form.line("c) Địa chỉ:", it.place.address());
  form.line("d) Diện tích:",
            area_text(it.parcel) + " (bằng chữ: " + area_in_words(it.parcel) + ")");
  form.line("đ) Loại đất:", "đất ở tại nông thôn 100,0 m², còn lại đất trồng cây lâu năm");
  form.line("e) Thời hạn sử dụng:",
            "đất ở: lâu dài; đất trồng cây lâu năm: đến ngày <hieu_luc>01/7/2064<>");
  form.line("g) Hình thức sử dụng:", "sử dụng riêng");
  form.line("h) Nguồn gốc sử dụng:", "nhận thừa kế quyền sử dụng đất được công nhận");
  form.say("*2. Tài sản gắn liền với đất:* -/-");
  form.say("*3. Sơ đồ thửa đất* (tỷ lệ 1:500)");
  draw_plan(sheet, it, {26, form.y() + 2, 184, form.y() + 66});
  form.move_to(26, form.y() + 70, 158);
  form.line("Số vào sổ cấp Giấy chứng nhận:", it.parcel.register_number);
  Closing closing;
  closing.place_and_date = it.place.seat + ", " + spelled(it.parcel.issued);
  closing.authority = {"<co_quan_ban_hanh>CHI NHÁNH VĂN PHÒNG",
                       "<co_quan_ban_hanh>ĐĂNG KÝ ĐẤT ĐAI<>", "GIÁM ĐỐC"};
  closing.name = it.chairman.name();
  closing.seal_rim = "VĂN PHÒNG ĐĂNG KÝ ĐẤT ĐAI " + upper(it.place.province);
  closing.seal_heart = "MẪU";
  draw_closing(sheet, closing, form.y() + 3);
  add_field(sheet, "ngay_ban_hanh", iso(it.parcel.issued));
  add_field(sheet, "co_quan_ban_hanh", "Chi nhánh Văn phòng Đăng ký đất đai");
  add_field(sheet, "hieu_luc", "2064-07-01");
}

}  // namespace

void draw_land_certificate(Pad& pad, const Case& it, Random& random) {
  draw_front(pad.next(), it, random);
  draw_inside(pad.next(), it, random);
}

}  // namespace sohoa
