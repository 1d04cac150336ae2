#include "samples/form.h"
#include "samples/letterhead.h"
#include "samples/papers.h"
#include "samples/table.h"

namespace sohoa {

namespace {

void draw_members(Sheet& sheet, Form& form, const Case& it) {
  const std::vector<double> widths = {11, 42, 24, 16, 38, 33};
  Passage cell = form.passage();
  cell.size_pt = 11;
  cell.line_factor = it.by_hand ? 1.4 : 1.2;
  cell.hand.capital_mm = 3.2;
  double y = draw_row(sheet, 28, form.y(), widths,
                      {"*TT*", "*Họ, chữ đệm và tên*", "*Ngày sinh*", "*Giới tính*",
                       "*Số định danh cá nhân*", "*Quan hệ với chủ hộ*"},
                      cell, Align::kCentre);
  const auto member = [&](int number, const Person& person, const std::string& relation) {
    y = draw_row(
        sheet, 28, y, widths,
        {std::to_string(number), form.filled(person.name()), form.filled(slashed(person.born)),
         form.filled(person.sex == Sex::kMale ? "Nam" : "Nữ"), form.filled(person.number),
         form.filled(relation)},
        cell);
  };
  member(1, it.spouse, "Chồng");
  member(2, it.child, "Con đẻ");
  form.move_to(28, y + 4, 164);
}

}  // namespace

void draw_residence_declaration(Pad& pad, const Case& it, Random& random) {
  Sheet& sheet = pad.next();
  Passage model;
  model.size_pt = 11;
  model.italic = true;
  model.align = Align::kRight;
  set_text(sheet, "Mẫu CT01", 28, 12, 164, model);
  double y = draw_motto(sheet, 28, 18, 164) + 3;
  Passage title;
  title.size_pt = 15;
  title.bold = true;
  title.align = Align::kCentre;
  title.after_mm = 2;
  y = set_text(sheet, "<ten_giay_to>TỜ KHAI THAY ĐỔI THÔNG TIN CƯ TRÚ<>", 28, y, 164, title);
  add_field(sheet, "ten_giay_to", "Tờ khai thay đổi thông tin cư trú");

  Form form(sheet, it.by_hand, random);
  form.move_to(28, y, 164);
  const Person& person = it.applicant;
  form.line("Kính gửi:", "Công an " + it.place.commune, "kinh_gui");
  form.line("1. Họ, chữ đệm và tên:", upper(person.name()), "ho_ten", person.name());
  form.row({{"2. Ngày, tháng, năm sinh:", slashed(person.born), "ngay_sinh", iso(person.born)},
            {"3. Giới tính:", "Nữ", "gioi_tinh"}});
  form.boxed("4. Số định danh cá nhân:", person.number, "so_dinh_danh");
  form.row({{"5. Số điện thoại:", person.phone, "so_dien_thoai"}, {"6. Email:", "không có"}});
  form.line("7. Họ, chữ đệm và tên chủ hộ:", it.spouse.name(), "ho_ten_chu_ho");
  form.line("8. Mối quan hệ với chủ hộ:", "vợ", "quan_he");
  form.boxed("9. Số định danh cá nhân của chủ hộ:", it.spouse.number, "so_dinh_danh_chu_ho");
  form.line("10. Nội dung đề nghị:",
            "đăng ký thường trú cho bản thân và con tại " + it.place.address() +
                " do chuyển đến ở cùng chồng",
            "noi_dung_de_nghi");
  form.say("11. Những thành viên trong hộ gia đình cùng thay đổi:");
  form.gap(1);
  draw_members(sheet, form, it);
  const double top = form.y();
  form.sign_below("NGƯỜI KÊ KHAI", person.name(), 112, 80);
  form.sign_below("Ý KIẾN CỦA CHỦ HỘ", it.spouse.name(), 28, 80);
  form.move_to(28, top, 164);
}

}  // namespace sohoa
