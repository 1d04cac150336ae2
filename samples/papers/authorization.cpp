#include "samples/certification.h"
#include "samples/form.h"
#include "samples/letterhead.h"
#include "samples/papers.h"

namespace sohoa {

void draw_authorization(Pad& pad, const Case& it, Random& random) {
  Typist typist(pad, {});
  typist.set_y(draw_motto(typist.sheet(), 30, 20, 162) + 4);
  Passage title;
  title.size_pt = 15;
  title.bold = true;
  title.align = Align::kCentre;
  title.after_mm = 3;
  typist.paragraph("<ten_giay_to>GIẤY ỦY QUYỀN<>", title);
  add_field(typist.sheet(), "ten_giay_to", "Giấy ủy quyền");
  const Person& giver = it.neighbour;
  const Person& taker = it.applicant;

  Form form(typist.sheet(), it.by_hand, random);
  form.move_to(30, typist.y(), 162);
  const auto party = [&](const std::string& who, const Person& person, const std::string& role) {
    form.say("*" + who + "*");
    form.line("Họ và tên:", person.name(), "ho_ten_" + role);
    form.row({{"Sinh ngày:", slashed(person.born), "ngay_sinh_" + role, iso(person.born)},
              {"Điện thoại:", person.phone, "so_dien_thoai_" + role}});
    form.line("Số định danh cá nhân:", person.number,
              role == "ben_uy_quyen" ? "so_dinh_danh" : "so_dinh_danh_" + role);
    form.line("Nơi cư trú:", person.home.address(), "noi_cu_tru_" + role);
    form.gap(1.5);
  };
  party("I. BÊN ỦY QUYỀN", giver, "ben_uy_quyen");
  party("II. BÊN ĐƯỢC ỦY QUYỀN", taker, "ben_duoc_uy_quyen");
  form.say("*III. NỘI DUNG ỦY QUYỀN*");
  form.line("Phạm vi:",
            "thay mặt tôi nộp hồ sơ, bổ sung giấy tờ, nhận kết quả thủ tục đăng ký biến "
            "đất đai đối với thửa đất số " +
                std::to_string(it.parcel.number) + ", tờ bản đồ số " +
                std::to_string(it.parcel.map_sheet),
            "pham_vi_uy_quyen");
  form.line("Thời hạn:", "đến hết ngày <hieu_luc>" + slashed(days_later(it.received, 90)) + "<>");
  add_field(typist.sheet(), "hieu_luc", iso(days_later(it.received, 90)));
  form.say(
      "Bên được ủy quyền không được ủy quyền lại cho người thứ ba và không nhận thù lao. Tôi chịu "
      "trách nhiệm trước pháp luật về nội dung ủy quyền nêu trên.");
  form.gap(2);
  form.sign_below("BÊN ĐƯỢC ỦY QUYỀN", taker.name(), 32, 74);
  form.sign_below("BÊN ỦY QUYỀN", giver.name(), 112, 74);
  typist.set_y(form.y() + 38);
  write_certification(typist, it, random, Certified::kSignature);
}

}  // namespace sohoa
