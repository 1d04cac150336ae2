// libtesseract as the referee: with its tables our inference must give its network's outputs.

#include <gtest/gtest.h>

#include "tests/recognize/drawn_page.h"
#include "tests/recognize/referee.h"

namespace sohoa {
namespace {

constexpr double kProbabilityError = 1e-4;

void expect_same(const std::string& language, const std::vector<std::string>& texts) {
  std::vector<Image> lines;
  lines.reserve(texts.size());
  for (const std::string& text : texts) lines.push_back(test::drawn_line(text));
  const std::vector<test::Disagreement> found = test::Referee(language).judge(lines);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    EXPECT_TRUE(found[i].comparable) << texts[i];
    EXPECT_GT(found[i].steps, 0) << texts[i];
    EXPECT_EQ(found[i].other_labels, 0) << texts[i];
    EXPECT_LT(found[i].largest_error, kProbabilityError) << texts[i];
    EXPECT_LE(found[i].other_characters, 1) << texts[i];
  }
}

TEST(Oracle, VietnameseComesOutAsFromLibtesseract) {
  expect_same("vie", {"Căn cứ Luật Ngân sách nhà nước ngày 25 tháng 6 năm 2015;",
                      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 1234/QĐ-UBND",
                      "thửa đất số 123, tờ bản đồ 45, diện tích 67,8 m²", "Kính gửi:", "a"});
}

TEST(Oracle, EnglishComesOutAsFromLibtesseract) {
  expect_same("eng", {"The quick brown fox jumps over the lazy dog.", "WHEREAS the parties (2024)",
                      "e-mail: someone@example.org, 50% off!"});
}

}  // namespace
}  // namespace sohoa
