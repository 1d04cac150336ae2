#include "samples/form.h"
#include "samples/letterhead.h"
#include "samples/papers.h"
#include "samples/qr.h"
#include "samples/table.h"

namespace sohoa {

void draw_receipt(Pad& pad, const Case& it, Random& random) {
  Sheet& sheet = pad.next();
  const Date due = days_later(it.received, random.whole(3, 12));
  const std::string procedure = "1.0099" + std::to_string(random.whole(10, 99));
  draw_qr(sheet, {11, 9}, 23,
          it.dossier_code + "|" + procedure + "|" + it.applicant.number +
              "|Giấy tiếp nhận hồ sơ và hẹn trả kết quả|Hệ thống thông tin một cửa " +
              it.place.province + "|" + slashed(it.received) + "|" + slashed(due));
  Letterhead head = committee_head(it, {}, {});
  head.parent = "UBND " + upper(it.place.commune);
  head.parent_name = "UBND " + it.place.commune;
  head.issuer = {"TRUNG TÂM PHỤC VỤ", "HÀNH CHÍNH CÔNG"};
  head.issuer_name = "Trung tâm Phục vụ hành chính công " + it.place.commune;
  head.day_by_hand = false;
  double y = draw_letterhead(sheet, head, 33);
  Passage code;
  code.size_pt = 13;
  code.align = Align::kCentre;
  y = set_text(sheet, "Mã hồ sơ: <so_ky_hieu>" + it.dossier_code + "<>", 20, y - 4, 80, code);
  add_field(sheet, "so_ky_hieu", it.dossier_code);
  Passage title;
  title.size_pt = 14.5;
  title.bold = true;
  title.align = Align::kCentre;
  title.after_mm = 4;
  y = set_text(sheet, "<ten_giay_to>GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ<>", 30, y + 6, 162,
               title);
  add_field(sheet, "ten_giay_to", "Giấy tiếp nhận hồ sơ và hẹn trả kết quả");
  Form form(sheet, false, random);
  form.move_to(30, y, 162);
  form.line("Tiếp nhận hồ sơ của:", it.applicant.name(), "nguoi_nop");
  form.line("Số định danh cá nhân:", it.applicant.number, "so_dinh_danh");
  form.line("Địa chỉ:", it.applicant.home.address(), "noi_cu_tru");
  form.line("Số điện thoại:", it.applicant.phone, "so_dien_thoai");
  form.line(
      "Nội dung yêu cầu giải quyết:",
      "<trich_yeu>Đăng ký thành lập hộ kinh doanh<> (mã TTHC <ma_thu_tuc>" + procedure + "<>)");
  form.say("Thành phần hồ sơ nộp gồm:");
  form.gap(1);
  const std::vector<double> widths = {14, 98, 24, 26};
  Passage cell = form.passage();
  cell.size_pt = 12;
  cell.line_factor = 1.2;
  y = draw_row(sheet, 30, form.y(), widths, {"*STT*", "*Tên giấy tờ*", "*Số bản*", "*Loại bản*"},
               cell, Align::kCentre);
  const std::pair<const char*, const char*> papers[] = {
      {"Giấy đề nghị đăng ký hộ kinh doanh", "Bản chính"},
      {"Hợp đồng thuê địa điểm kinh doanh", "Bản sao"},
      {"Thẻ căn cước của chủ hộ kinh doanh", "Xuất trình"},
      {"Giấy ủy quyền nộp hồ sơ", "Bản chính"},
  };
  int row = 0;
  for (const auto& [name, form_of] : papers) {
    y = draw_row(sheet, 30, y, widths, {std::to_string(++row), name, "01", form_of}, cell);
  }
  form.move_to(30, y + 3, 162);
  form.line("Số lượng hồ sơ:", "01 (bộ)");
  form.line("Thời gian giải quyết hồ sơ theo quy định:", "03 ngày làm việc", "thoi_han_giai_quyet");
  form.line("Thời gian nhận hồ sơ:", "08 giờ " + std::to_string(random.whole(10, 55)) +
                                         " phút, <ngay_nhan>" + spelled(it.received) + "<>");
  form.line("Thời gian trả kết quả:", "16 giờ 30 phút, <ngay_hen_tra>" + spelled(due) + "<>");
  form.line("Đăng ký nhận kết quả tại:", "Trung tâm Phục vụ hành chính công");
  form.gap(1);
  form.say("_Vào sổ theo dõi hồ sơ, quyển số 01, số thứ tự " +
           std::to_string(random.whole(40, 900)) + "_");
  form.gap(4);
  form.sign_below("NGƯỜI NỘP HỒ SƠ", it.applicant.name(), 30, 76);
  form.sign_below("NGƯỜI TIẾP NHẬN HỒ SƠ", "<nguoi_ky>" + it.clerk.name() + "<>", 112, 80);
  add_field(sheet, "ma_thu_tuc", procedure);
  add_field(sheet, "ngay_nhan", iso(it.received));
  add_field(sheet, "ngay_hen_tra", iso(due));
  add_field(sheet, "trich_yeu", "Đăng ký thành lập hộ kinh doanh");
  add_field(sheet, "nguoi_ky", it.clerk.name());
}

}  // namespace sohoa
