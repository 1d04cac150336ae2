#include "samples/form.h"
#include "samples/letterhead.h"
#include "samples/papers.h"

namespace sohoa {

void draw_marital_status(Pad& pad, const Case& it, Random& random) {
  Sheet& sheet = pad.next();
  Letterhead head = committee_head(it, std::to_string(random.whole(20, 700)), "UBND-XNTTHN");
  double y = draw_letterhead(sheet, head, 20);
  Passage title;
  title.size_pt = 15;
  title.bold = true;
  title.align = Align::kCentre;
  y = set_text(sheet, "<ten_giay_to>GIẤY XÁC NHẬN TÌNH TRẠNG HÔN NHÂN<>", 30, y + 5, 162, title);
  add_field(sheet, "ten_giay_to", "Giấy xác nhận tình trạng hôn nhân");
  title.size_pt = 13.5;
  title.after_mm = 4;
  y = set_text(sheet, upper("Ủy ban nhân dân " + it.place.commune), 30, y + 4, 162, title);
  Form form(sheet, false, random, 13.5);
  form.move_to(30, y, 162);
  const Person& person = it.spouse;
  form.say("Xét đề nghị của ông " + person.name() + " tại hồ sơ mã số " + it.dossier_code +
           ", về việc cấp Giấy xác nhận tình trạng hôn nhân,");
  form.gap(3);
  form.say("*XÁC NHẬN:*", Align::kCentre);
  form.gap(2);
  form.line("Họ, chữ đệm, tên:", "*" + upper(person.name()) + "*", "ho_ten", person.name());
  form.line("Ngày, tháng, năm sinh:", slashed(person.born), "ngay_sinh", iso(person.born));
  form.row({{"Giới tính:", "Nam", "gioi_tinh"},
            {"Dân tộc:", person.people, "dan_toc"},
            {"Quốc tịch:", "Việt Nam", "quoc_tich"}});
  form.line("Số định danh cá nhân:", person.number, "so_dinh_danh");
  form.line("Giấy tờ tùy thân:", "Thẻ căn cước cấp ngày " + slashed(person.issued),
            "giay_to_tuy_than");
  form.line("Nơi cư trú:", person.home.address(), "noi_cu_tru");
  form.line("Tình trạng hôn nhân:", "Hiện tại chưa đăng ký kết hôn với ai.", "tinh_trang_hon_nhan");
  form.gap(2);
  form.say(
      "Giấy này có giá trị sử dụng trong thời hạn <hieu_luc>06 tháng kể từ ngày cấp<>, được dùng "
      "để làm "
      "thủ tục kết hôn với bà " +
      it.applicant.name() + ", sinh ngày " + slashed(it.applicant.born) +
      ", số định danh cá nhân " + it.applicant.number + ".");
  add_field(sheet, "hieu_luc", "06 tháng kể từ ngày cấp");
  Closing closing;
  closing.receivers = {"Ông " + person.name() + ";", "Lưu: VT, HT."};
  closing.authority = {"TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"};
  closing.name = it.chairman.name();
  closing.seal_rim = committee_rim(it.place);
  closing.seal_heart = "MẪU";
  draw_closing(sheet, closing, form.y() + 6);
}

}  // namespace sohoa
