#include "pipeline/recognize/names.h"

#include <gtest/gtest.h>

#include "pipeline/base/text.h"

namespace sohoa {
namespace {

/// The words that are taken for given names.
std::string given_in(const std::string& line) {
  const std::vector<std::string> words = split_words(line);
  const std::vector<bool> given = given_names(words);
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (given[i]) text += (text.empty() ? "" : " ") + words[i];
  }
  return text;
}

TEST(GivenNames, StandBehindASurname) {
  EXPECT_EQ(given_in("Bà LÊ THANH LY, sinh ngày 29/03/1999"), "THANH LY,");
  EXPECT_EQ(given_in("Họ và tên: Nguyễn Thị Ánh Duyên"), "Thị Ánh Duyên");
  EXPECT_EQ(given_in("ông Trần Ly và bà Phạm Thị Ỷ"), "Ly Thị Ỷ");
  EXPECT_EQ(given_in("LÊ THANH LY"), "THANH LY");
}

TEST(GivenNames, EndWithTheirCommaOrAnotherShape) {
  EXPECT_EQ(given_in("Lê Thanh, Quảng Ngãi"), "Thanh,");
  EXPECT_EQ(given_in("Lê Thanh CHỦ TỊCH"), "Thanh");
  EXPECT_EQ(given_in("CHỦ TỊCH Lê Thanh"), "Thanh");
}

TEST(GivenNames, OneAfterAnother) {
  EXPECT_EQ(given_in("Lê Thanh Ly, Trần Văn Tỵ, Võ Kỳ"), "Thanh Ly, Văn Tỵ, Kỳ");
}

TEST(GivenNames, AreNotInTitles) {
  EXPECT_EQ(given_in("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), "");
  EXPECT_EQ(given_in("PHẠM VI ĐIỀU CHỈNH VÀ ĐỐI TƯỢNG ÁP DỤNG"), "");
  EXPECT_EQ(given_in("XỬ PHẠT VI PHẠM HÀNH CHÍNH"), "");
  EXPECT_EQ(given_in("phạm vi điều chỉnh"), "");
  EXPECT_EQ(given_in("PHẠM VI ÁP DỤNG"), "");
  EXPECT_EQ(given_in("tỉnh Hà Giang"), "");
  EXPECT_EQ(given_in("HỒ SƠ"), "");
  EXPECT_EQ(given_in("Trần"), "");
}

TEST(GivenNames, ALineWithoutWordsHasNone) { EXPECT_EQ(given_in(""), ""); }

}  // namespace
}  // namespace sohoa
