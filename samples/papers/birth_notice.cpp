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
  head.parent_name = "Sở Y tế " + it.place.province;
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
  form.line("Họ và tên mẹ/người nuôi dưỡng:", upper(mother.name()), "ho_ten_me", mother.name());
  form.row({{"Năm sinh:", std::to_string(mother.born.year), "nam_sinh_me"},
            {"Dân tộc:", mother.people, "dan_toc_me"}});
  form.line("Số định danh cá nhân:", mother.number, "so_dinh_danh");
  form.line("Ngày cấp:", slashed(mother.issued) + ", Cục Cảnh sát QLHC về TTXH");
  form.line("Nơi cư trú:", mother.home.address(), "noi_cu_tru");
  form.line("Họ và tên cha:", upper(it.spouse.name()), "ho_ten_cha", it.spouse.name());
  form.line("Đã sinh con vào lúc:", std::to_string(random.whole(1, 22)) + " giờ " +
                                        std::to_string(random.whole(5, 55)) + " phút, <ngay_sinh>" +
                                        spelled(it.child.born) + "<>");
  add_field(sheet, "ngay_sinh", iso(it.child.born));
  form.line("Tại:", station + ", " + it.place.province, "noi_sinh");
  const std::string alive = two_digits(random.whole(1, 3));
  const std::string births = two_digits(random.whole(1, 3));
  form.row({{"Số lần sinh:", births, "so_lan_sinh"}, {"Số con hiện sống:", alive, "so_con_song"}});
  const int weight = random.whole(26, 39) * 100;
  form.row({{"Giới tính của con:", it.child.sex == Sex::kMale ? "Nam" : "Nữ", "gioi_tinh"},
            {"Cân nặng:", grouped(weight) + " gam", "can_nang", std::to_string(weight)}});
  form.line("Hiện trạng con:", "khỏe mạnh, khóc ngay");
  form.line("Dự định đặt tên con:", upper(it.child.name()), "ho_ten", it.child.name());
  form.line("Người đỡ đẻ:", "Nữ hộ sinh <nguoi_do_de>" + it.clerk.name() + "<>");
  add_field(sheet, "nguoi_do_de", it.clerk.name());
  form.gap(1);
  form.say(
      "_Lưu ý: giấy này dùng để làm thủ tục đăng ký khai sinh; tên dự định đặt có thể thay "
      "đổi khi đăng ký._");
  form.gap(5);

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
