#include "samples/certification.h"

#include "samples/letterhead.h"

namespace sohoa {

void write_certification(Typist& typist, const Case& it, Random& random, Certified what) {
  const bool contract = what == Certified::kContract;
  Passage body;
  body.size_pt = 13;
  body.align = Align::kJustify;
  body.first_line_mm = 10;
  body.after_mm = 1.6;
  body.hand = some_hand(random);
  Passage title = body;
  title.align = Align::kCentre;
  title.bold = true;
  title.first_line_mm = 0;
  typist.need(kClosingHeightMm + 48);
  typist.paragraph("LỜI CHỨNG CỦA NGƯỜI CÓ THẨM QUYỀN CHỨNG THỰC", title);
  typist.paragraph("Hôm nay, " + spelled(it.received) + " (bằng chữ: " + in_words(it.received) +
                       "), tại Trung tâm Phục vụ hành chính công " + it.place.commune +
                       ", tôi là " + it.chairman.name() + ", Chủ tịch Ủy ban nhân dân " +
                       it.place.commune + ", chứng thực:",
                   body);
  if (contract) {
    typist.paragraph("- Hợp đồng được giao kết giữa ông " + it.neighbour.name() + " và bà " +
                         it.applicant.name() +
                         "; tại thời điểm ký, hai bên có đủ năng lực hành vi dân sự, tự nguyện và "
                         "đã ký vào từng trang trước mặt người tiếp nhận hồ sơ.",
                     body);
  } else {
    typist.paragraph("- Ông " + it.neighbour.name() + ", số định danh cá nhân " +
                         it.neighbour.number +
                         ", cam đoan đã hiểu, tự chịu trách nhiệm về nội dung văn bản và đã ký vào "
                         "văn bản trước mặt tôi.",
                     body);
  }
  const std::string number = std::to_string(random.whole(12, 900));
  typist.paragraph("Số chứng thực: <so_ky_hieu>~" + number + "~<> quyển số: ~" +
                       two_digits(random.whole(1, 4)) + "/" + std::to_string(it.received.year) +
                       "~ - SCT/" + (contract ? "HĐ,GD" : "CK,CĐ"),
                   body);
  add_field(typist.sheet(), "so_ky_hieu", number);
  Closing closing;
  closing.authority = {"CHỦ TỊCH"};
  closing.name = it.chairman.name();
  closing.seal_rim = committee_rim(it.place);
  closing.seal_heart = "MẪU";
  typist.gap(2);
  draw_closing(typist.sheet(), closing, typist.y());
  typist.gap(kClosingHeightMm);
}

}  // namespace sohoa
