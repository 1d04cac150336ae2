#include "samples/form.h"
#include "samples/letterhead.h"
#include "samples/papers.h"
#include "samples/security.h"

namespace sohoa {

void draw_birth_certificate(Pad& pad, const Case& it, Random& random) {
  constexpr Colour kTitleRed{0.80, 0.12, 0.15};
  Sheet& sheet = pad.next();
  draw_guilloche(sheet, {12, 12, 198, 285}, {0.97, 0.86, 0.84}, {0.86, 0.45, 0.42});
  Letterhead head = committee_head(it, std::to_string(random.whole(4, 320)), "");
  head.symbol = std::to_string(it.received.year);
  head.seat.clear();
  double y = draw_letterhead(sheet, head, 24);
  Passage title;
  title.size_pt = 24;
  title.bold = true;
  title.align = Align::kCentre;
  title.colour = kTitleRed;
  title.after_mm = 5;
  y = set_text(sheet, "<ten_giay_to>GIẤY KHAI SINH<>", 30, y + 4, 160, title);
  add_field(sheet, "ten_giay_to", "Giấy khai sinh");

  Form form(sheet, false, random);
  form.move_to(26, y, 160);
  form.line("Họ, chữ đệm, tên:", "*" + upper(it.child.name()) + "*", "ho_ten", it.child.name());
  form.line("Ngày, tháng, năm sinh:", slashed(it.child.born), "ngay_sinh", iso(it.child.born));
  form.line("Ghi bằng chữ:", in_words(it.child.born));
  form.row({{"Giới tính:", it.child.sex == Sex::kMale ? "Nam" : "Nữ", "gioi_tinh"},
            {"Dân tộc:", it.child.people, "dan_toc"},
            {"Quốc tịch:", "Việt Nam", "quoc_tich"}});
  form.line("Nơi sinh:", "Trạm Y tế " + it.place.commune + ", " + it.place.province, "noi_sinh");
  form.line("Quê quán:", it.place.commune + ", " + it.place.province, "que_quan");
  form.line("Số định danh cá nhân:", it.child.number, "so_dinh_danh");
  const auto parent = [&](const std::string& who, const Person& person, const std::string& role) {
    form.gap(3);
    form.line("Họ, chữ đệm, tên người " + who + ":", "*" + upper(person.name()) + "*",
              "ho_ten_" + role, person.name());
    form.row({{"Năm sinh:", std::to_string(person.born.year), "nam_sinh_" + role},
              {"Dân tộc:", person.people, "dan_toc_" + role},
              {"Quốc tịch:", "Việt Nam", "quoc_tich_" + role}});
    form.line("Nơi cư trú:", person.home.address(), "noi_cu_tru_" + role);
  };
  parent("mẹ", it.applicant, "me");
  parent("cha", it.spouse, "cha");
  form.gap(3);
  form.line("Họ, chữ đệm, tên người đi khai sinh:", it.applicant.name(), "nguoi_yeu_cau");
  form.line("Giấy tờ tùy thân:", "Thẻ căn cước số " + it.applicant.number, "giay_to_tuy_than");
  form.line("Nơi đăng ký khai sinh:",
            "Ủy ban nhân dân " + it.place.commune + ", " + it.place.province, "noi_dang_ky");
  form.line("Ngày, tháng, năm đăng ký:", slashed(it.received), "ngay_ban_hanh", iso(it.received));
  Closing closing;
  closing.authority = {"NGƯỜI KÝ GIẤY KHAI SINH", "CHỦ TỊCH"};
  closing.name = it.chairman.name();
  closing.seal_rim = committee_rim(it.place);
  closing.seal_heart = "MẪU";
  draw_closing(sheet, closing, form.y() + 6);
}

}  // namespace sohoa
