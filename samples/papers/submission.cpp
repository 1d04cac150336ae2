#include "samples/letterhead.h"
#include "samples/papers.h"

namespace sohoa {

void draw_submission(Pad& pad, const Case& it, Random& random) {
  const std::string subject =
      "Về việc đề nghị phê duyệt dự toán mua máy quét và trang thiết bị số hóa hồ sơ";
  const int machines = random.whole(2, 5);
  const long long each = random.whole(14, 26) * 1'000'000LL;
  const long long shelves = random.whole(8, 30) * 500'000LL;

  Typist typist(pad, {});
  Letterhead head = committee_head(it, std::to_string(random.whole(4, 260)), "TTr-TTPVHCC");
  head.parent = "UBND " + upper(it.place.commune);
  head.parent_name = "UBND " + it.place.commune;
  head.issuer = {"TRUNG TÂM PHỤC VỤ", "HÀNH CHÍNH CÔNG"};
  head.issuer_name = "Trung tâm Phục vụ hành chính công " + it.place.commune;
  typist.set_y(draw_letterhead(typist.sheet(), head, 20));

  Passage title;
  title.size_pt = 14;
  title.bold = true;
  title.align = Align::kCentre;
  typist.paragraph("<ten_giay_to>TỜ TRÌNH<>", title);
  typist.paragraph("<trich_yeu>" + subject + "<>", title);
  typist.gap(4);
  add_field(typist.sheet(), "ten_giay_to", "Tờ trình");
  add_field(typist.sheet(), "trich_yeu", subject);
  title.bold = false;
  title.after_mm = 4;
  typist.paragraph("Kính gửi: <kinh_gui>Chủ tịch Ủy ban nhân dân " + it.place.commune + "<>",
                   title);
  add_field(typist.sheet(), "kinh_gui", "Chủ tịch Ủy ban nhân dân " + it.place.commune);

  Passage body;
  body.size_pt = 14;
  body.align = Align::kJustify;
  body.first_line_mm = 12.7;
  body.after_mm = 2;
  const auto say = [&](const std::string& text) { typist.paragraph(text, body); };
  say("Từ đầu năm đến nay, Trung tâm tiếp nhận " + grouped(random.whole(4200, 9800)) +
      " hồ sơ, bình quân mỗi ngày " + std::to_string(random.whole(35, 80)) +
      " hồ sơ; ngày cao điểm có lúc phải chờ hơn một giờ vì cả phòng chỉ còn một máy quét hoạt "
      "động "
      "ổn định. Nhiều bản chụp bị nghiêng, mờ, mất góc nên phải quét lại.");
  say("Để bảo đảm tỷ lệ số hóa và chất lượng dữ liệu đầu vào, Trung tâm kính trình Chủ tịch xem "
      "xét, phê duyệt dự toán với các nội dung sau:");
  say("1. Mua " + std::to_string(machines) +
      " máy quét hai mặt khổ A4, tốc độ từ 40 tờ một phút, "
      "có khay nạp và mặt kính phẳng: " +
      grouped(machines * each) + " đồng.");
  say("2. Mua kệ thép, hộp đựng và bìa màu phân cách: " + grouped(shelves) + " đồng.");
  say("*Tổng cộng: " + grouped(machines * each + shelves) +
      " đồng* _(bằng chữ: " + sentence(spelled_number(machines * each + shelves)) + " đồng)._");
  say("Nguồn kinh phí: chi thường xuyên giao tự chủ năm " + std::to_string(it.received.year) +
      ". Thời gian thực hiện: trong quý IV, sau khi có kết quả thẩm định giá.");
  say("Kính trình Chủ tịch Ủy ban nhân dân xem xét, quyết định./.");
  typist.gap(3);
  typist.need(kClosingHeightMm);
  Closing closing;
  closing.receivers = {"Như trên;", "Bộ phận kế toán;", "Lưu: TTPVHCC."};
  closing.authority = {"GIÁM ĐỐC"};
  closing.name = it.spouse.name();
  closing.seal_rim = "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG " + upper(it.place.commune);
  closing.seal_heart = "MẪU";
  draw_closing(typist.sheet(), closing, typist.y());
}

}  // namespace sohoa
