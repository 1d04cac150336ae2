#include "samples/form.h"
#include "samples/letterhead.h"
#include "samples/papers.h"
#include "samples/seals.h"

namespace sohoa {

void draw_birth_declaration(Pad& pad, const Case& it, Random& random) {
  Sheet& sheet = pad.next();
  double y = draw_motto(sheet, 30, 18, 162);
  y += 4;
  Passage title;
  title.size_pt = 15;
  title.bold = true;
  title.align = Align::kCentre;
  title.after_mm = 3;
  y = set_text(sheet, "<ten_giay_to>TỜ KHAI ĐĂNG KÝ KHAI SINH<>", 30, y, 162, title);
  add_field(sheet, "ten_giay_to", "Tờ khai đăng ký khai sinh");

  Form form(sheet, it.by_hand, random);
  form.move_to(30, y, 162);
  const Person& mother = it.applicant;
  const Person& father = it.spouse;
  form.line("Kính gửi:", "Ủy ban nhân dân " + it.place.commune + ", " + it.place.province,
            "kinh_gui");
  form.gap(2);
  form.line("Họ, chữ đệm, tên người yêu cầu:", mother.name(), "nguoi_yeu_cau");
  form.line("Nơi cư trú:", mother.home.address(), "noi_cu_tru");
  form.line("Số định danh cá nhân/giấy tờ tùy thân:", mother.number, "so_dinh_danh");
  form.line("Quan hệ với người được khai sinh:", "mẹ đẻ", "quan_he");
  form.gap(2);
  form.say("*Đề nghị cơ quan đăng ký khai sinh cho người dưới đây:*");
  form.line("Họ, chữ đệm, tên:", upper(it.child.name()), "ho_ten", it.child.name());
  form.line("Ngày, tháng, năm sinh:", slashed(it.child.born), "ngay_sinh", iso(it.child.born));
  form.line("Ghi bằng chữ:", in_words(it.child.born));
  form.row({{"Giới tính:", it.child.sex == Sex::kMale ? "Nam" : "Nữ", "gioi_tinh"},
            {"Dân tộc:", it.child.people, "dan_toc"},
            {"Quốc tịch:", "Việt Nam", "quoc_tich"}});
  form.line("Nơi sinh:", "Trạm y tế " + it.place.commune + ", " + it.place.province, "noi_sinh");
  form.line("Quê quán:", it.place.commune + ", " + it.place.province, "que_quan");
  const auto parent = [&](const std::string& who, const Person& person, const std::string& role) {
    form.gap(1.5);
    form.line("*Họ, chữ đệm, tên người " + who + ":*", person.name(), "ho_ten_" + role);
    form.row({{"Năm sinh:", std::to_string(person.born.year), "nam_sinh_" + role},
              {"Dân tộc:", person.people, "dan_toc_" + role},
              {"Quốc tịch:", "Việt Nam", "quoc_tich_" + role}});
    form.line("Nơi cư trú:", person.home.address(), "noi_cu_tru_" + role);
    form.line("Số định danh cá nhân:", person.number, "so_dinh_danh_" + role);
  };
  parent("mẹ", mother, "me");
  parent("cha", father, "cha");
  form.gap(2);
  const int copies = random.whole(1, 5);
  form.tick(true, "Đề nghị cấp bản sao:");
  form.line("Số lượng bản sao (nếu có):", "<so_ban_sao>" + std::to_string(copies) + "<> bản");
  add_field(sheet, "so_ban_sao", std::to_string(copies));
  form.say(
      "Tôi cam đoan những điều khai trên đây là đúng sự thật, được sự thỏa thuận nhất trí của "
      "cha, mẹ và chịu hoàn toàn trách nhiệm trước pháp luật về lời khai của mình.");
  form.gap(2);
  form.sign_off("Làm tại: ", it.place.seat, it.received, "Người yêu cầu", mother.name());
}

}  // namespace sohoa
