#include "samples/form.h"
#include "samples/letterhead.h"
#include "samples/papers.h"
#include "samples/table.h"

namespace sohoa {

void draw_marriage_declaration(Pad& pad, const Case& it, Random& random) {
  Sheet& sheet = pad.next();
  double y = draw_motto(sheet, 28, 18, 164) + 3;
  Passage title;
  title.size_pt = 15;
  title.bold = true;
  title.align = Align::kCentre;
  title.after_mm = 2;
  y = set_text(sheet, "<ten_giay_to>TỜ KHAI ĐĂNG KÝ KẾT HÔN<>", 28, y, 164, title);
  add_field(sheet, "ten_giay_to", "Tờ khai đăng ký kết hôn");
  Form form(sheet, it.by_hand, random);
  form.move_to(28, y, 164);
  form.line("Kính gửi:", "Ủy ban nhân dân " + it.place.commune, "kinh_gui");
  form.gap(2);

  const std::vector<double> widths = {46, 59, 59};
  Passage cell = form.passage();
  cell.size_pt = 12.5;
  cell.line_factor = it.by_hand ? 1.45 : 1.25;
  y = draw_row(sheet, 28, form.y(), widths, {"*Thông tin*", "*Bên nữ*", "*Bên nam*"}, cell,
               Align::kCentre);
  const Person& bride = it.applicant;
  const Person& groom = it.spouse;
  const auto row = [&](const std::string& label, const FormItem& of_bride,
                       const FormItem& of_groom) {
    std::vector<std::string> cells = {label};
    for (const FormItem* item : {&of_bride, &of_groom}) {
      cells.push_back("<" + item->field + ">" + form.filled(item->answer) + "<>");
    }
    y = draw_row(sheet, 28, y, widths, cells, cell);
    for (const FormItem* item : {&of_bride, &of_groom}) {
      add_field(sheet, item->field, item->value.empty() ? item->answer : item->value);
    }
  };
  row("Họ, chữ đệm, tên", {{}, upper(bride.name()), "ho_ten_nu", bride.name()},
      {{}, upper(groom.name()), "ho_ten_nam", groom.name()});
  row("Ngày, tháng, năm sinh", {{}, slashed(bride.born), "ngay_sinh_nu", iso(bride.born)},
      {{}, slashed(groom.born), "ngay_sinh_nam", iso(groom.born)});
  row("Dân tộc", {{}, bride.people, "dan_toc_nu"}, {{}, groom.people, "dan_toc_nam"});
  row("Quốc tịch", {{}, "Việt Nam", "quoc_tich_nu"}, {{}, "Việt Nam", "quoc_tich_nam"});
  row("Nơi cư trú", {{}, bride.home.address(), "noi_cu_tru_nu"},
      {{}, groom.home.address(), "noi_cu_tru_nam"});
  row("Số định danh cá nhân", {{}, bride.number, "so_dinh_danh"},
      {{}, groom.number, "so_dinh_danh_nam"});
  row("Giấy tờ tùy thân",
      {{}, "Thẻ căn cước, cấp ngày " + slashed(bride.issued), "giay_to_tuy_than_nu"},
      {{}, "Thẻ căn cước, cấp ngày " + slashed(groom.issued), "giay_to_tuy_than_nam"});
  row("Kết hôn lần thứ mấy", {{}, "Lần thứ nhất", "ket_hon_lan_nu"},
      {{}, "Lần thứ nhất", "ket_hon_lan_nam"});
  form.move_to(28, y + 3, 164);
  form.say(
      "Chúng tôi cam đoan những lời khai trên đây là đúng sự thật, việc kết hôn của chúng tôi "
      "là tự nguyện, không vi phạm quy định của pháp luật về hôn nhân và gia đình.");
  form.say(
      "Chúng tôi chịu hoàn toàn trách nhiệm trước pháp luật về nội dung cam đoan của mình. "
      "Đề nghị Quý cơ quan đăng ký.");
  form.gap(1);
  form.tick(random.chance(0.5), "Đề nghị cấp bản sao");
  Passage when = form.passage();
  when.italic = true;
  when.align = Align::kRight;
  const std::string date = form.filled(it.place.seat) + ", <ngay_ban_hanh>ngày " +
                           form.filled(two_digits(it.received.day)) + " tháng " +
                           form.filled(month_digits(it.received.month)) + " năm " +
                           std::to_string(it.received.year) + "<>";
  form.move_to(28, set_text(sheet, date, 28, form.y() + 1, 160, when) + 1, 164);
  form.sign_below("Bên nữ", bride.name(), 30, 76);
  form.sign_below("Bên nam", groom.name(), 112, 76);
  add_field(sheet, "ngay_ban_hanh", iso(it.received));
}

}  // namespace sohoa
