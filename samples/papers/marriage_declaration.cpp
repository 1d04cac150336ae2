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
  form.line("Kính gửi:", "Ủy ban nhân dân " + it.place.commune);
  form.gap(2);

  const std::vector<double> widths = {46, 59, 59};
  Passage cell = form.passage();
  cell.size_pt = 12.5;
  cell.line_factor = it.by_hand ? 1.45 : 1.25;
  y = draw_row(sheet, 28, form.y(), widths, {"*Thông tin*", "*Bên nữ*", "*Bên nam*"}, cell,
               Align::kCentre);
  const Person& bride = it.applicant;
  const Person& groom = it.spouse;
  const auto row = [&](const std::string& label, const std::string& of_bride,
                       const std::string& of_groom) {
    y = draw_row(sheet, 28, y, widths, {label, form.filled(of_bride), form.filled(of_groom)}, cell);
  };
  row("Họ, chữ đệm, tên", upper(bride.name()), upper(groom.name()));
  row("Ngày, tháng, năm sinh", slashed(bride.born), slashed(groom.born));
  row("Dân tộc", bride.people, groom.people);
  row("Quốc tịch", "Việt Nam", "Việt Nam");
  row("Nơi cư trú", bride.home.address(), groom.home.address());
  row("Số định danh cá nhân", "<so_dinh_danh>" + bride.number + "<>", groom.number);
  row("Giấy tờ tùy thân", "Thẻ căn cước, cấp ngày " + slashed(bride.issued),
      "Thẻ căn cước, cấp ngày " + slashed(groom.issued));
  row("Kết hôn lần thứ mấy", "Lần thứ nhất", "Lần thứ nhất");
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
  const std::string date = form.filled(it.place.seat) + ", ngày " +
                           form.filled(two_digits(it.received.day)) + " tháng " +
                           form.filled(month_digits(it.received.month)) + " năm " +
                           std::to_string(it.received.year);
  form.move_to(28, set_text(sheet, date, 28, form.y() + 1, 160, when) + 1, 164);
  form.sign_below("Bên nữ", bride.name(), 30, 76);
  form.sign_below("Bên nam", groom.name(), 112, 76);
  add_field(sheet, "so_dinh_danh", bride.number);
}

}  // namespace sohoa
