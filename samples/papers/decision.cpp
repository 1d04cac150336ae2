#include "samples/letterhead.h"
#include "samples/papers.h"

namespace sohoa {

namespace {

struct Decision {
  std::string subject;
  std::vector<std::string> grounds;
  std::vector<std::string> articles;
};

Decision about_storm_relief(const Case& it, Random& random) {
  const int homes = random.whole(120, 480);
  const long long each = random.whole(4, 12) * 100'000LL;
  return {
      "Về việc hỗ trợ kinh phí sửa nhà sau mưa bão cho các hộ dân trên địa bàn " + it.place.commune,
      {"Luật Tổ chức chính quyền địa phương năm 2025;",
       "Luật Phòng, chống thiên tai năm 2013, được sửa đổi, bổ sung năm 2020;",
       "Kế hoạch số " + std::to_string(random.whole(12, 98)) + "/KH-UBND " +
           spelled(days_later(it.received, -40)) + " của Ủy ban nhân dân " + it.place.commune +
           " về khắc phục hậu quả đợt mưa lớn kéo dài và giúp nhân dân sớm ổn định cuộc sống;"},
      {"Hỗ trợ " + grouped(homes * each) + " đồng (bằng chữ: " + spelled_number(homes * each) +
           " đồng) cho " + std::to_string(homes) +
           " hộ có nhà bị tốc mái, hư hỏng nặng; mức hỗ trợ " + grouped(each) +
           " đồng một hộ, chi một lần, lấy từ nguồn dự phòng ngân sách xã.",
       "Trưởng các thôn lập danh sách, niêm yết công khai tại nhà văn hóa thôn trong bảy ngày, "
       "tiếp nhận ý kiến của người dân rồi gửi về bộ phận kế toán trước " +
           spelled(days_later(it.received, 20)) +
           ". Việc chi trả phải đúng người, đúng mức, có ký nhận; tuyệt đối không để sót hộ ở xa, "
           "hộ neo đơn, người khuyết tật hoặc người vừa chuyển đến cư trú.",
       "Công chức phụ trách kế toán kiểm tra chứng từ, quyết toán theo chế độ hiện hành và báo "
       "cáo kết quả với Chủ tịch Ủy ban nhân dân chậm nhất ba mươi ngày sau khi chi xong.",
       "Quyết định này có hiệu lực kể từ ngày ký. Chánh Văn phòng, các trưởng thôn và những cá "
       "nhân có liên quan chịu trách nhiệm thi hành Quyết định này./."}};
}

Decision about_correction(const Case& it, Random& random) {
  const Person& person = it.neighbour;
  return {
      "Về việc cải chính thông tin hộ tịch cho ông " + person.name(),
      {"Luật Tổ chức chính quyền địa phương năm 2025;", "Luật Hộ tịch năm 2014;",
       "hồ sơ số " + it.dossier_code + " do Trung tâm Phục vụ hành chính công chuyển đến " +
           spelled(it.received) + ";"},
      {"Cải chính phần ghi về ngày sinh của ông " + person.name() + ", số định danh cá nhân " +
           person.number + ", cư trú tại " + person.home.address() + ": từ ngày " +
           slashed(days_later(person.born, -random.whole(2, 9))) + " thành ngày " +
           slashed(person.born) + ".",
       "Lý do: khi lập sổ trước đây người ghi chép nhầm ngày âm lịch sang ngày dương lịch; các "
       "giấy tờ gốc mà ông " +
           person.name() + " nộp kèm đều thống nhất với nội dung sau khi cải chính.",
       "Bộ phận tư pháp - hộ tịch ghi vào sổ, cập nhật cơ sở dữ liệu hộ tịch điện tử và cấp trích "
       "lục cho người yêu cầu trong ngày làm việc; bản giấy lưu tại hồ sơ theo quy định về lưu "
       "trữ.",
       "Quyết định này có hiệu lực kể từ ngày ký. Chánh Văn phòng, công chức tư pháp - hộ tịch và "
       "ông " +
           person.name() + " chịu trách nhiệm thi hành Quyết định này./."}};
}

Decision about_team(const Case& it, Random& random) {
  return {
      "Về việc thành lập Tổ công nghệ số cộng đồng " + it.place.hamlet +
          " nhiệm kỳ Ất Tỵ - Bính Ngọ",
      {"Luật Tổ chức chính quyền địa phương năm 2025;", "Luật Giao dịch điện tử năm 2023;",
       "Nghị quyết số " + std::to_string(random.whole(3, 29)) + "/NQ-HĐND " +
           spelled(days_later(it.received, -75)) + " của Hội đồng nhân dân " + it.place.commune +
           " về nhiệm vụ phát triển kinh tế - xã hội;"},
      {"Thành lập Tổ công nghệ số cộng đồng " + it.place.hamlet + " gồm " +
           std::to_string(random.whole(5, 9)) + " thành viên, do bà " + it.applicant.name() +
           " làm Tổ trưởng và ông " + it.spouse.name() + " làm Tổ phó.",
       "Tổ có nhiệm vụ đến từng nhà hướng dẫn bà con nộp hồ sơ trực tuyến, thanh toán phí, lệ phí "
       "không dùng tiền mặt, nhận biết tin nhắn lừa đảo; mỗi quý ghi nhận khó khăn, vướng mắc và "
       "đề xuất với Ủy ban nhân dân cách tháo gỡ. Tổ làm việc tự nguyện, ngoài giờ, không hưởng "
       "phụ cấp; phương tiện do thành viên tự bảo đảm.",
       "Nhà văn hóa thôn bố trí một bàn làm việc, đường truyền và ổ điện để Tổ trực mỗi thứ Bảy. "
       "Đoàn Thanh niên cử người hỗ trợ những nơi đông người cao tuổi.",
       "Quyết định này có hiệu lực kể từ ngày ký và hết hiệu lực sau hai năm. Chánh Văn phòng, "
       "Trưởng " +
           it.place.hamlet + " và các ông, bà có tên tại Điều 1 chịu trách nhiệm thi hành./."}};
}

std::string in_italics(const std::string& text) { return "_Căn cứ " + text + "_"; }

}  // namespace

void draw_decision(Pad& pad, const Case& it, Random& random) {
  using About = Decision (*)(const Case&, Random&);
  static constexpr About kTopics[] = {about_storm_relief, about_correction, about_team};
  const Decision decision = random.pick(kTopics)(it, random);

  Typist typist(pad, {});
  Letterhead head = committee_head(it, std::to_string(random.whole(3, 980)), "QĐ-UBND");
  typist.set_y(draw_letterhead(typist.sheet(), head, 20));

  Passage title;
  title.size_pt = 14;
  title.bold = true;
  title.align = Align::kCentre;
  typist.paragraph("<ten_giay_to>QUYẾT ĐỊNH<>", title);
  typist.paragraph("<trich_yeu>" + decision.subject + "<>", title);
  const double middle = typist.left() + typist.width() / 2;
  typist.sheet().line({middle - 18, typist.y() + 1}, {middle + 18, typist.y() + 1}, 0.25);
  typist.gap(5);
  add_field(typist.sheet(), "ten_giay_to", "Quyết định");
  add_field(typist.sheet(), "trich_yeu", decision.subject);
  title.after_mm = 3;
  typist.paragraph("CHỦ TỊCH ỦY BAN NHÂN DÂN " + upper(it.place.commune), title);

  Passage body;
  body.size_pt = 14;
  body.align = Align::kJustify;
  body.first_line_mm = 12.7;
  body.after_mm = 2;
  for (const std::string& ground : decision.grounds) typist.paragraph(in_italics(ground), body);
  typist.paragraph("_Theo đề nghị của Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân " +
                       it.place.commune + "._",
                   body);
  typist.gap(1.5);
  typist.paragraph("QUYẾT ĐỊNH:", title);
  for (std::size_t i = 0; i < decision.articles.size(); ++i) {
    typist.paragraph("*Điều " + std::to_string(i + 1) + ".* " + decision.articles[i], body);
  }
  typist.gap(3);
  typist.need(kClosingHeightMm);
  Closing closing;
  closing.receivers = {"Như Điều " + std::to_string(decision.articles.size()) + ";",
                       "Thường trực HĐND xã;", "CT, các PCT UBND xã;",
                       "Lưu: VT, " + std::string(random.chance(0.5) ? "VP" : "TP") + ".H" +
                           std::to_string(random.whole(2, 19)) + "."};
  closing.authority = {"CHỦ TỊCH"};
  closing.name = it.chairman.name();
  closing.seal_rim = committee_rim(it.place);
  closing.seal_heart = "MẪU";
  draw_closing(typist.sheet(), closing, typist.y());
}

}  // namespace sohoa
