#include "samples/form.h"
#include "samples/land.h"
#include "samples/letterhead.h"
#include "samples/papers.h"
#include "samples/seals.h"

namespace sohoa {

void draw_land_change(Pad& pad, const Case& it, Random& random) {
  Sheet& sheet = pad.next();
  Passage model;
  model.size_pt = 11;
  model.italic = true;
  model.align = Align::kRight;
  set_text(sheet, "Mẫu số 18", 28, 11, 164, model);
  double y = draw_motto(sheet, 28, 17, 164) + 3;
  Passage title;
  title.size_pt = 14.5;
  title.bold = true;
  title.align = Align::kCentre;
  title.after_mm = 2;
  y = set_text(sheet, "<ten_giay_to>ĐƠN ĐĂNG KÝ BIẾN ĐỘNG ĐẤT ĐAI, TÀI SẢN GẮN LIỀN VỚI ĐẤT<>", 28,
               y, 164, title);
  add_field(sheet, "ten_giay_to", "Đơn đăng ký biến động đất đai, tài sản gắn liền với đất");

  Form form(sheet, it.by_hand, random);
  form.move_to(28, y, 164);
  const Person& owner = it.neighbour;
  form.line("Kính gửi:", "Chi nhánh Văn phòng Đăng ký đất đai " + it.place.province, "kinh_gui");
  form.gap(1);
  form.say("*1. Người sử dụng đất, chủ sở hữu tài sản gắn liền với đất:*");
  form.line("a) Họ và tên (viết chữ in hoa):", upper(owner.name()), "ho_ten", owner.name());
  form.row({{"b) Năm sinh:", std::to_string(owner.born.year), "nam_sinh"},
            {"Điện thoại:", owner.phone, "so_dien_thoai"}});
  form.line("c) Số định danh cá nhân:", owner.number, "so_dinh_danh");
  form.line("d) Địa chỉ:", owner.home.address(), "noi_cu_tru");
  form.gap(1);
  form.say("*2. Giấy chứng nhận đã cấp:*");
  form.row({{"Số phát hành:", it.parcel.serial, "so_phat_hanh"},
            {"Số vào sổ:", it.parcel.register_number, "so_vao_so"}});
  form.row({{"Thửa đất số:", std::to_string(it.parcel.number), "thua_dat_so"},
            {"Tờ bản đồ số:", std::to_string(it.parcel.map_sheet), "to_ban_do_so"},
            {"Diện tích:", area_text(it.parcel), "dien_tich", area_number(it.parcel)}});
  form.line("Ngày cấp:", slashed(it.parcel.issued), "ngay_cap", iso(it.parcel.issued));
  form.gap(1);
  form.say("*3. Nội dung biến động:*");
  form.tick(true, "Tặng cho quyền sử dụng đất");
  form.tick(false, "Chuyển nhượng quyền sử dụng đất");
  form.tick(false, "Thừa kế quyền sử dụng đất");
  form.tick(random.chance(0.5), "Thay đổi thông tin về người sử dụng đất");
  form.line("Mô tả:",
            "tặng cho toàn bộ thửa đất nêu trên cho con là bà " + it.applicant.name() +
                ", sinh năm " + std::to_string(it.applicant.born.year) +
                ", theo hợp đồng đã được chứng thực",
            "noi_dung_bien_dong");
  form.gap(1);
  form.say("*4. Giấy tờ nộp kèm theo đơn này gồm có:*");
  form.line("a)", "bản gốc Giấy chứng nhận số phát hành " + it.parcel.serial);
  form.line("b)", "hợp đồng tặng cho quyền sử dụng đất, 02 bản");
  form.gap(1);
  form.say(
      "Tôi cam đoan nội dung kê khai trên đơn là đúng sự thật, nếu sai tôi hoàn toàn chịu trách "
      "nhiệm trước pháp luật.");
  form.gap(1);
  form.sign_off("", it.place.seat, it.received, "Người viết đơn", owner.name());
}

}  // namespace sohoa
