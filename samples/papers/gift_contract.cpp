#include "samples/certification.h"
#include "samples/form.h"
#include "samples/land.h"
#include "samples/letterhead.h"
#include "samples/papers.h"

namespace sohoa {

namespace {

void write_party(Typist& typist, const Passage& body, const std::string& party,
                 const Person& person, const std::string& role) {
  const char* title = person.sex == Sex::kMale ? "Ông" : "Bà";
  typist.paragraph("*" + party + ":*", body);
  typist.paragraph(std::string(title) + " <ho_ten_" + role + ">*" + upper(person.name()) +
                       "*<>, sinh ngày <ngay_sinh_" + role + ">" + slashed(person.born) +
                       "<>, số định danh cá nhân <so_dinh_danh_" + role + ">" + person.number +
                       "<> cấp ngày " + slashed(person.issued) + "; cư trú tại <noi_cu_tru_" +
                       role + ">" + person.home.address() + "<>.",
                   body);
  add_field(typist.sheet(), "ho_ten_" + role, person.name());
  add_field(typist.sheet(), "ngay_sinh_" + role, iso(person.born));
  add_field(typist.sheet(), "so_dinh_danh_" + role, person.number);
  add_field(typist.sheet(), "noi_cu_tru_" + role, person.home.address());
}

}  // namespace

void draw_gift_contract(Pad& pad, const Case& it, Random& random) {
  Typist typist(pad, {});
  double y = draw_motto(typist.sheet(), 30, 20, 162) + 4;
  typist.set_y(y);
  Passage title;
  title.size_pt = 15;
  title.bold = true;
  title.align = Align::kCentre;
  title.after_mm = 4;
  typist.paragraph("<ten_giay_to>HỢP ĐỒNG TẶNG CHO QUYỀN SỬ DỤNG ĐẤT<>", title);
  add_field(typist.sheet(), "ten_giay_to", "Hợp đồng tặng cho quyền sử dụng đất");

  Passage body;
  body.size_pt = 13.5;
  body.align = Align::kJustify;
  body.first_line_mm = 10;
  body.after_mm = 1.8;
  body.line_factor = 1.25;
  const auto say = [&](const std::string& text) { typist.paragraph(text, body); };
  say("Hôm nay, <ngay_ban_hanh>" + spelled(it.received) + "<>, tại trụ sở Ủy ban nhân dân " +
      it.place.commune + ", " + it.place.province + ", chúng tôi gồm có:");
  add_field(typist.sheet(), "ngay_ban_hanh", iso(it.received));
  write_party(typist, body, "BÊN TẶNG CHO (sau đây gọi là Bên A)", it.neighbour, "ben_tang_cho");
  write_party(typist, body, "BÊN ĐƯỢC TẶNG CHO (sau đây gọi là Bên B)", it.applicant,
              "ben_duoc_tang_cho");
  say("Hai bên tự nguyện lập hợp đồng này với các điều khoản sau đây:");
  say("*Điều 1. Quyền sử dụng đất được tặng cho*");
  say("1. Bên A tặng cho Bên B toàn bộ quyền sử dụng đất đối với thửa đất số <thua_dat_so>" +
      std::to_string(it.parcel.number) + "<>, tờ bản đồ số <to_ban_do_so>" +
      std::to_string(it.parcel.map_sheet) + "<>, diện tích <dien_tich>" + area_text(it.parcel) +
      "<> (" + area_in_words(it.parcel) + "), tại " + it.place.address() +
      ", theo Giấy chứng nhận số phát hành <so_phat_hanh>" + it.parcel.serial +
      "<>, số vào sổ <so_vao_so>" + it.parcel.register_number + "<>, cấp ngày " +
      slashed(it.parcel.issued) + ".");
  add_field(typist.sheet(), "thua_dat_so", std::to_string(it.parcel.number));
  add_field(typist.sheet(), "to_ban_do_so", std::to_string(it.parcel.map_sheet));
  add_field(typist.sheet(), "dien_tich", area_number(it.parcel));
  add_field(typist.sheet(), "so_phat_hanh", it.parcel.serial);
  add_field(typist.sheet(), "so_vao_so", it.parcel.register_number);
  say("2. Việc tặng cho không kèm điều kiện, không thu tiền. Giá trị quyền sử dụng đất do hai bên "
      "ước tính để ghi vào hợp đồng là " +
      grouped(random.whole(18, 96) * 10'000'000LL) + " đồng.");
  say("*Điều 2. Giao đất và đăng ký*");
  say("1. Bên A giao thửa đất cùng bản gốc giấy tờ cho Bên B ngay sau khi hợp đồng được chứng "
      "thực; "
      "mốc ranh giới đã được hai bên và các hộ liền kề chỉ rõ ngoài thực địa, không có tranh "
      "chấp.");
  say("2. Bên B có trách nhiệm nộp hồ sơ đăng ký biến động trong ba mươi ngày kể từ ngày hợp đồng "
      "có "
      "hiệu lực và chịu lệ phí trước bạ, lệ phí địa chính (nếu có).");
  say("*Điều 3. Cam đoan của các bên*");
  say("1. Bên A cam đoan: thông tin về nhân thân và thửa đất là đúng; đất thuộc trường hợp được "
      "tặng "
      "cho; quyền sử dụng đất không bị kê biên, không đang thế chấp hoặc bảo đảm cho nghĩa vụ nào "
      "khác; việc tặng cho không nhằm trốn tránh nghĩa vụ về tài sản.");
  say("2. Bên B cam đoan: đã xem xét kỹ thửa đất và giấy tờ; sử dụng đất đúng mục đích, đúng ranh "
      "giới; chăm sóc, phụng dưỡng Bên A theo đạo lý và theo luật.");
  say("3. Hai bên cam đoan giao kết hợp đồng hoàn toàn tự nguyện, minh mẫn, không bị lừa dối, "
      "không bị "
      "ép buộc.");
  say("*Điều 4. Giải quyết tranh chấp*");
  say("Nếu có điều chưa thống nhất, hai bên thương lượng trên tinh thần gia đình; không thương "
      "lượng "
      "được thì một trong hai bên có quyền yêu cầu Tòa án nhân dân có thẩm quyền giải quyết.");
  say("*Điều 5. Hiệu lực*");
  say("Hợp đồng có hiệu lực kể từ ngày được chứng thực, lập thành ba bản có giá trị như nhau, mỗi "
      "bên "
      "giữ một bản, một bản lưu tại cơ quan chứng thực. Hai bên đã tự đọc lại, hiểu rõ, đồng ý và "
      "ký "
      "tên, điểm chỉ dưới đây.");
  typist.gap(3);
  typist.need(40);
  Form form(typist.sheet(), true, random);
  form.move_to(30, typist.y(), 162);
  form.sign_below("BÊN A", it.neighbour.name(), 32, 74);
  form.sign_below("BÊN B", it.applicant.name(), 112, 74);
  typist.gap(42);
  write_certification(typist, it, random, Certified::kContract);
}

}  // namespace sohoa
