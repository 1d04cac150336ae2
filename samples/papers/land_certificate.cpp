#include "samples/form.h"
#include "samples/land.h"
#include "samples/land_plan.h"
#include "samples/letterhead.h"
#include "samples/papers.h"
#include "samples/qr.h"
#include "samples/security.h"
#include "samples/table.h"

namespace sohoa {

namespace {

constexpr Colour kTint{0.98, 0.84, 0.86};
constexpr Colour kBorder{0.80, 0.30, 0.36};
constexpr Colour kTitleRed{0.78, 0.10, 0.14};

void draw_serial(Sheet& sheet, const std::string& serial) {
  Passage passage;
  passage.size_pt = 15;
  passage.bold = true;
  passage.align = Align::kRight;
  passage.colour = kTitleRed;
  set_text(sheet, "<so_ky_hieu>" + serial + "<>", 30, 268, 156, passage);
}

void draw_front(Sheet& sheet, const Case& it, Random& random) {
  draw_guilloche(sheet, {14, 14, 196, 283}, kTint, kBorder);
  double y = draw_motto(sheet, 30, 26, 150, 13.5);
  draw_qr(sheet, {164, 24}, 24,
          it.parcel.serial + "|" + std::to_string(it.parcel.number) + "|" +
              std::to_string(it.parcel.map_sheet) + "|" + it.neighbour.number);
  Passage title;
  title.size_pt = 19;
  title.bold = true;
  title.align = Align::kCentre;
  title.colour = kTitleRed;
  title.line_factor = 1.3;
  y = set_text(sheet, "<ten_giay_to>GIẤY CHỨNG NHẬN<>", 30, y + 22, 150, title);
  title.size_pt = 15;
  y = set_text(sheet, "<ten_giay_to>QUYỀN SỬ DỤNG ĐẤT,<>", 24, y, 162, title);
  y = set_text(sheet, "<ten_giay_to>QUYỀN SỞ HỮU TÀI SẢN GẮN LIỀN VỚI ĐẤT<>", 24, y, 162, title);
  add_field(sheet, "ten_giay_to",
            "Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất");
  Form form(sheet, false, random, 14);
  form.move_to(30, y + 24, 150);
  form.say("*I. Người sử dụng đất, chủ sở hữu tài sản gắn liền với đất*");
  form.gap(3);
  form.say("Ông <ho_ten>*" + upper(it.neighbour.name()) + "*<>");
  form.say("Sinh năm: <nam_sinh>" + std::to_string(it.neighbour.born.year) + "<>");
  form.say("Số định danh cá nhân: <so_dinh_danh>" + it.neighbour.number + "<>");
  form.say("Nơi cư trú: <noi_cu_tru>" + it.neighbour.home.address() + "<>");
  add_field(sheet, "ho_ten", it.neighbour.name());
  add_field(sheet, "nam_sinh", std::to_string(it.neighbour.born.year));
  add_field(sheet, "noi_cu_tru", it.neighbour.home.address());
  draw_serial(sheet, it.parcel.serial);
  add_field(sheet, "so_ky_hieu", it.parcel.serial);
  add_field(sheet, "so_dinh_danh", it.neighbour.number);
}

void draw_inside(Sheet& sheet, const Case& it, Random& random) {
  draw_guilloche(sheet, {14, 14, 196, 283}, kTint, kBorder);
  Form form(sheet, false, random, 13);
  form.move_to(26, 24, 158);
  form.say("*II. Thông tin thửa đất và tài sản gắn liền với đất*");
  form.say("*1. Thửa đất:*");
  form.row({{"a) Thửa đất số:", std::to_string(it.parcel.number), "thua_dat_so"},
            {"b) Tờ bản đồ số:", std::to_string(it.parcel.map_sheet), "to_ban_do_so"}});
  form.line("c) Địa chỉ:", it.place.address(), "dia_chi_thua_dat");
  form.line("d) Diện tích:", "<dien_tich>" + area_text(it.parcel) +
                                 "<> (bằng chữ: " + area_in_words(it.parcel) + ")");
  add_field(sheet, "dien_tich", area_number(it.parcel));
  form.line("đ) Loại đất:", "đất ở tại nông thôn 100,0 m², còn lại đất trồng cây lâu năm",
            "loai_dat");
  form.line("e) Thời hạn sử dụng:",
            "đất ở: lâu dài; đất trồng cây lâu năm: đến ngày <hieu_luc>01/7/2064<>");
  form.line("g) Hình thức sử dụng:", "sử dụng riêng", "hinh_thuc_su_dung");
  form.line("h) Nguồn gốc sử dụng:", "nhận thừa kế quyền sử dụng đất được công nhận", "nguon_goc");
  form.say("*2. Tài sản gắn liền với đất:* -/-");
  form.say("*3. Sơ đồ thửa đất* (tỷ lệ 1:500)");
  draw_plan(sheet, it.parcel, {26, form.y() + 2, 184, form.y() + 66});
  form.move_to(26, form.y() + 70, 158);
  form.line("Số vào sổ cấp Giấy chứng nhận:", it.parcel.register_number, "so_vao_so");
  Closing closing;
  closing.place_and_date = it.place.seat + ", " + spelled(it.parcel.issued);
  closing.authority = {"<co_quan_ban_hanh>CHI NHÁNH VĂN PHÒNG",
                       "<co_quan_ban_hanh>ĐĂNG KÝ ĐẤT ĐAI<>", "GIÁM ĐỐC"};
  closing.name = it.chairman.name();
  closing.seal_rim = "VĂN PHÒNG ĐĂNG KÝ ĐẤT ĐAI " + upper(it.place.province);
  closing.seal_heart = "MẪU";
  draw_closing(sheet, closing, form.y() + 3);
  add_field(sheet, "ngay_ban_hanh", iso(it.parcel.issued));
  add_field(sheet, "co_quan_ban_hanh", "Chi nhánh Văn phòng Đăng ký đất đai");
  add_field(sheet, "hieu_luc", "2064-07-01");
}

}  // namespace

void draw_land_certificate(Pad& pad, const Case& it, Random& random) {
  draw_front(pad.next(), it, random);
  draw_inside(pad.next(), it, random);
}

}  // namespace sohoa
