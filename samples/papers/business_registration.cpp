#include "samples/form.h"
#include "samples/letterhead.h"
#include "samples/papers.h"
#include "samples/table.h"

namespace sohoa {

namespace {

void draw_trades(Sheet& sheet, Form& form, const Case& it, Random& random) {
  static constexpr std::pair<const char*, const char*> kOthers[] = {
      {"Bán lẻ đồ uống trong các cửa hàng chuyên doanh", "4723"},
      {"Bán buôn thực phẩm", "4632"},
      {"Dịch vụ giao hàng tận nơi trong địa bàn", "5320"},
  };
  const std::vector<double> widths = {14, 88, 30, 32};
  Passage cell = form.passage();
  cell.size_pt = 12;
  cell.line_factor = it.by_hand ? 1.4 : 1.2;
  double y =
      draw_row(sheet, 28, form.y() + 1, widths,
               {"*STT*", "*Tên ngành, nghề*", "*Mã ngành*", "*Ngành chính*"}, cell, Align::kCentre);
  y = draw_row(sheet, 28, y, widths,
               {"1", "<nganh_nghe>" + form.filled(it.shop.trade) + "<>",
                form.filled("47" + std::to_string(random.whole(10, 99))), form.filled("x")},
               cell);
  for (int row = 2; row <= 4; ++row) {
    const auto& [trade, code] = kOthers[row - 2];
    y = draw_row(sheet, 28, y, widths,
                 {std::to_string(row), form.filled(trade), form.filled(code), ""}, cell);
  }
  add_field(sheet, "nganh_nghe", it.shop.trade);
  form.move_to(28, y + 3, 164);
}

}  // namespace

void draw_business_registration(Pad& pad, const Case& it, Random& random) {
  Sheet& sheet = pad.next();
  double y = draw_motto(sheet, 28, 16, 164) + 1;
  Form form(sheet, it.by_hand, random);
  Passage when = form.passage();
  when.italic = true;
  when.align = Align::kRight;
  y = set_text(sheet, it.place.seat + ", <ngay_ban_hanh>" + spelled(it.received) + "<>", 28, y, 164,
               when);
  Passage title;
  title.size_pt = 15;
  title.bold = true;
  title.align = Align::kCentre;
  title.after_mm = 2;
  y = set_text(sheet, "<ten_giay_to>GIẤY ĐỀ NGHỊ ĐĂNG KÝ HỘ KINH DOANH<>", 28, y + 2, 164, title);
  add_field(sheet, "ten_giay_to", "Giấy đề nghị đăng ký hộ kinh doanh");
  add_field(sheet, "ngay_ban_hanh", iso(it.received));
  const Person& owner = it.applicant;
  form.move_to(28, y, 164);
  form.line("Kính gửi:", "Phòng Kinh tế " + it.place.commune, "kinh_gui");
  form.line("Tôi là (ghi họ tên bằng chữ in hoa):", upper(owner.name()), "ho_ten", owner.name());
  form.row({{"Sinh ngày:", slashed(owner.born), "ngay_sinh", iso(owner.born)},
            {"Giới tính:", "Nữ", "gioi_tinh"},
            {"Dân tộc:", owner.people, "dan_toc"}});
  form.boxed("Số định danh cá nhân:", owner.number, "so_dinh_danh");
  form.line("Nơi cư trú:", owner.home.address(), "noi_cu_tru");
  form.row({{"Điện thoại:", owner.phone, "so_dien_thoai"}, {"Email:", "không có"}});
  form.gap(1);
  form.say("*Đăng ký hộ kinh doanh do tôi là chủ hộ với các nội dung sau:*");
  form.line("1. Tên hộ kinh doanh:", upper(it.shop.name), "ten_ho_kinh_doanh", it.shop.name);
  form.line("2. Địa điểm kinh doanh:", it.place.address(), "dia_diem_kinh_doanh");
  form.say("3. Ngành, nghề kinh doanh:");
  draw_trades(sheet, form, it, random);
  form.line("4. Vốn kinh doanh:", "<von>" + grouped(it.shop.capital) + "<> đồng");
  add_field(sheet, "von", std::to_string(it.shop.capital));
  form.line("Bằng chữ:", spelled_number(it.shop.capital) + " đồng");
  const Date opens = days_later(it.received, 10);
  form.row({{"5. Số lao động:", two_digits(random.whole(1, 6)), "so_lao_dong"},
            {"Ngày bắt đầu:", slashed(opens), "ngay_bat_dau", iso(opens)}});
  form.say("6. Chủ thể thành lập hộ kinh doanh (đánh dấu vào ô thích hợp):");
  form.tick(true, "Cá nhân");
  form.tick(false, "Các thành viên hộ gia đình");
  form.say(
      "Tôi xin cam kết: bản thân không thuộc diện bị cấm kinh doanh; trụ sở thuộc quyền sử dụng "
      "hợp pháp và được dùng đúng mục đích; chịu trách nhiệm về tính trung thực của nội dung "
      "đăng ký.");
  form.sign_below("CHỦ HỘ KINH DOANH", owner.name(), 108, 84);
}

}  // namespace sohoa
