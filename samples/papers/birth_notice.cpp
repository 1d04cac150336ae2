#include "samples/form.h"
#include "samples/letterhead.h"
#include "samples/papers.h"
#include "samples/seals.h"

namespace sohoa {

void draw_birth_notice(Pad& pad, const Case& it, Random& random) {
  Sheet& sheet = pad.next();
  const std::string station = "Trạm Y tế " + it.place.commune;
  Letterhead head;
  head.parent = "SỞ Y TẾ " + upper(it.place.province);
  head.issuer = {upper(station)};
  head.issuer_name = station;
  head.number = std::to_string(random.whole(11, 240));
  head.symbol = std::to_string(it.received.year) + "/GCS";
  double y = draw_letterhead(sheet, head, 18);
  Passage title;
  title.size_pt = 18;
  title.bold = true;
  title.align = Align::kCentre;
  title.after_mm = 3;
  y = set_text(sheet, "<ten_giay_to>GIẤY CHỨNG SINH<>", 30, y + 2, 162, title);
  add_field(sheet, "ten_giay_to", "Giấy chứng sinh");

  Form form(sheet, true, random);
  form.move_to(28, y, 164);
  const Person& mother = it.applicant;
  form.line("Họ và tên mẹ/người nuôi dưỡng:", upper(mother.name()));
  form.pair("Năm sinh:", std::to_string(mother.born.year), "Dân tộc:", mother.people);
  form.line("Số định danh cá nhân:", mother.number, "so_dinh_danh");
  form.line("Ngày cấp:", slashed(mother.issued) + ", Cục Cảnh sát QLHC về TTXH");
  form.line("Nơi cư trú:", mother.home.address());
  form.line("Họ và tên cha:", upper(it.spouse.name()));
  form.line("Đã sinh con vào lúc:", std::to_string(random.whole(1, 22)) + " giờ " +
                                        std::to_string(random.whole(5, 55)) + " phút, " +
                                        spelled(it.child.born));
  form.line("Tại:", station + ", " + it.place.province);
  form.pair("Số lần sinh:", two_digits(random.whole(1, 3)),
            "Số con hiện sống:", two_digits(random.whole(1, 3)));
  form.pair("Giới tính của con:", it.child.sex == Sex::kMale ? "Nam" : "Nữ",
            "Cân nặng:", grouped(random.whole(26, 39) * 100) + " gam");
  form.line("Hiện trạng con:", "khỏe mạnh, khóc ngay");
  form.line("Dự định đặt tên con:", upper(it.child.name()));
  form.line("Người đỡ đẻ:", "Nữ hộ sinh " + it.clerk.name());
  form.gap(1);
  form.say(
      "_Lưu ý: giấy này dùng để làm thủ tục đăng ký khai sinh; tên dự định đặt có thể thay "
      "đổi khi đăng ký._");
  form.gap(5);
  add_field(sheet, "so_dinh_danh", mother.number);

  const double top = form.y();
  form.sign_below("Cha hoặc mẹ", mother.name(), 22, 52);
  form.sign_below("Người đỡ đẻ", it.clerk.name(), 72, 50);
  Closing closing;
  closing.authority = {"TRƯỞNG TRẠM"};
  closing.name = "BS. " + it.neighbour.name();
  closing.seal_rim =
      "TRẠM Y TẾ " + upper(it.place.commune) + " - SỞ Y TẾ " + upper(it.place.province);
  closing.seal_heart = "MẪU";
  closing.left_mm = 118;
  closing.width_mm = 80;
  closing.place_and_date = it.place.seat + ", " + spelled(days_later(it.child.born, 2));
  draw_closing(sheet, closing, top - 5.5);
  add_field(sheet, "ngay_ban_hanh", iso(days_later(it.child.born, 2)));
}

}  // namespace sohoa
