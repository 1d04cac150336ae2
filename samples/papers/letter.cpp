#include "samples/letterhead.h"
#include "samples/papers.h"

namespace sohoa {

namespace {

struct Letter {
  std::vector<std::string> subject;  // as broken in the head
  std::string to;
  std::vector<std::string> body;
};

Letter about_verification(const Case& it, Random& random) {
  const Person& person = it.neighbour;
  return {
      {"V/v xác minh nơi cư trú", "của công dân"},
      "Công an " + it.place.commune,
      {"Trung tâm Phục vụ hành chính công nhận được hồ sơ mã số " + it.dossier_code + " của ông " +
           person.name() + ", sinh ngày " + slashed(person.born) + ", số định danh cá nhân " +
           person.number + ", khai cư trú tại " + person.home.address() + ".",
       "Qua đối chiếu, địa chỉ trong tờ khai chưa trùng với dữ liệu đang khai thác được. Để "
       "giải quyết đúng hạn và không yêu cầu công dân phải đi lại nhiều lần, Ủy ban nhân dân "
       "đề nghị quý cơ quan kiểm tra, cho biết: thời điểm ông bắt đầu cư trú; chủ hộ; quan hệ "
       "với chủ hộ; nơi ở trước khi chuyển đến (nếu có).",
       "Văn bản trả lời xin gửi qua trục liên thông trước 16 giờ 30 phút " +
           spelled(days_later(it.received, random.whole(3, 7))) + ". Mọi trao đổi xin liên hệ bà " +
           it.clerk.name() + ", điện thoại " + it.clerk.phone + ".",
       "Rất mong nhận được sự phối hợp của quý cơ quan./."}};
}

Letter about_scanning(const Case& it, Random& random) {
  return {
      {"V/v rà soát hồ sơ giấy", "trước khi số hóa"},
      "Trưởng các bộ phận chuyên môn",
      {"Thực hiện kế hoạch số hóa kết quả giải quyết thủ tục hành chính còn hiệu lực, Ủy ban "
       "nhân dân " +
           it.place.commune + " yêu cầu các bộ phận rà soát toàn bộ hồ sơ giấy đang giữ từ năm " +
           std::to_string(random.whole(2007, 2016)) + " đến nay, cụ thể như sau:",
       "1. Tháo ghim, kẹp; vuốt phẳng các góc gấp; bỏ giấy trắng lót giữa. Tài liệu rách, mủn, "
       "ố vàng để riêng, không tự ý dán băng keo lên phần có chữ.",
       "2. Sắp xếp theo thứ tự: đơn, tờ khai; giấy tờ kèm theo; văn bản trao đổi; kết quả. Mỗi "
       "loại cách nhau bằng một tờ màu có ghi tên loại giấy tờ và số trang.",
       "3. Không đưa vào quét: giấy tờ chỉ xuất trình để đối chiếu, bản phô tô không có chứng "
       "thực và tài liệu mang dấu chỉ mức độ mật.",
       "Các bộ phận bàn giao cho Trung tâm Phục vụ hành chính công theo lịch, mỗi đợt không quá "
       "năm mét giá; ký biên bản giao nhận từng hộp. Đợt đầu hoàn thành trước " +
           spelled(days_later(it.received, 30)) + "./."}};
}

}  // namespace

void draw_letter(Pad& pad, const Case& it, Random& random) {
  const Letter letter =
      random.chance(0.5) ? about_verification(it, random) : about_scanning(it, random);
  Typist typist(pad, {});
  Letterhead head = committee_head(it, std::to_string(random.whole(20, 1600)),
                                   random.chance(0.5) ? "UBND-VP" : "UBND-TTPVHCC");
  head.subject = letter.subject;
  typist.set_y(draw_letterhead(typist.sheet(), head, 20));
  std::string subject;
  for (const std::string& line : letter.subject) subject += (subject.empty() ? "" : " ") + line;
  add_field(typist.sheet(), "ten_giay_to", "Công văn");
  add_field(typist.sheet(), "trich_yeu", subject);

  Passage body;
  body.size_pt = 14;
  body.align = Align::kCentre;
  body.after_mm = 6;
  typist.gap(4);
  typist.paragraph("Kính gửi: <kinh_gui>" + letter.to + "<>", body);
  add_field(typist.sheet(), "kinh_gui", letter.to);
  body.align = Align::kJustify;
  body.first_line_mm = 12.7;
  body.after_mm = 2.2;
  for (const std::string& paragraph : letter.body) typist.paragraph(paragraph, body);
  typist.gap(4);
  typist.need(kClosingHeightMm);
  Closing closing;
  closing.receivers = {"Như trên;", "Chủ tịch UBND (để báo cáo);", "Cổng TTĐT xã;",
                       "Lưu: VT, TTPVHCC."};
  closing.authority = {"TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"};
  closing.name = it.clerk.name();
  closing.seal_rim = committee_rim(it.place);
  closing.seal_heart = "MẪU";
  draw_closing(typist.sheet(), closing, typist.y());
}

}  // namespace sohoa
