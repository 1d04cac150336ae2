#include "pipeline/understand/codes/mrz.h"

#include <gtest/gtest.h>

namespace sohoa {
namespace {

using Lines = std::vector<std::string>;

/// The card of an invented person.
Lines card() {
  const std::string first = std::string("IDVNM099990123") + mrz_check_digit("099990123") +
                            "001099990123<<" + mrz_check_digit("001099990123");
  const std::string born = std::string("990314") + mrz_check_digit("990314");
  const std::string ends = std::string("390314") + mrz_check_digit("390314");
  std::string second = born + "F" + ends + "VNM<<<<<<<<<<<";
  second += mrz_check_digit(first.substr(5) + born + ends + "<<<<<<<<<<<");
  return {first, second, "NGUYEN<<THI<AN<<<<<<<<<<<<<<<<"};
}

/// The specimen of ICAO 9303 part 4, appendix B.
Lines passport() {
  return {"P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
          "L898902C36UTO7408122F1204159ZE184226B<<<<<10"};
}

std::string replaced(std::string text, std::size_t at, char c) {
  text[at] = c;
  return text;
}

TEST(Mrz, CardIsRead) {
  const auto mrz = read_mrz(card());
  ASSERT_TRUE(mrz);
  EXPECT_EQ(mrz->kind, MrzKind::kTd1);
  EXPECT_TRUE(mrz->failed.empty());
  EXPECT_FALSE(mrz->repaired);
  EXPECT_EQ(mrz->issuer, "VNM");
  EXPECT_EQ(mrz->document_number, "099990123");
  EXPECT_EQ(mrz->personal_number, "001099990123");
  EXPECT_EQ(mrz->family_name, "NGUYEN");
  EXPECT_EQ(mrz->given_names, "THI AN");
  EXPECT_EQ(mrz->sex, Sex::kFemale);
  EXPECT_EQ(mrz->birth_date, "1999-03-14");
  EXPECT_EQ(mrz->expiry_date, "2039-03-14");
  EXPECT_EQ(mrz->nationality, "VNM");
  EXPECT_EQ(mrz->line_index, (std::vector<std::size_t>{0, 1, 2}));
}

TEST(Mrz, SpecimenPassportOfIcaoIsRead) {
  const auto mrz = read_mrz(passport());
  ASSERT_TRUE(mrz);
  EXPECT_EQ(mrz->kind, MrzKind::kTd3);
  EXPECT_TRUE(mrz->failed.empty());
  EXPECT_EQ(mrz->document_number, "L898902C3");
  EXPECT_EQ(mrz->family_name, "ERIKSSON");
  EXPECT_EQ(mrz->given_names, "ANNA MARIA");
  EXPECT_EQ(mrz->birth_date, "1974-08-12");
  EXPECT_EQ(mrz->expiry_date, "2012-04-15");
  EXPECT_EQ(mrz->nationality, "UTO");
  EXPECT_EQ(mrz->personal_number, "");
}

TEST(Mrz, SpecimenCardOfIcaoIsRead) {
  const auto mrz = read_mrz({"I<UTOD231458907<<<<<<<<<<<<<<<", "7408122F1204159UTO<<<<<<<<<<<6",
                             "ERIKSSON<<ANNA<MARIA<<<<<<<<<<"});
  ASSERT_TRUE(mrz);
  EXPECT_TRUE(mrz->failed.empty());
  EXPECT_EQ(mrz->document_number, "D23145890");
}

TEST(Mrz, LongDocumentNumberGoesOnInTheOptionalData) {
  const std::string number = "1234567890";
  const std::string first =
      "I<UTO123456789<0" + std::string(1, mrz_check_digit(number)) + "<<<<<<<<<<<<<";
  std::string second = "7408122F1204159UTO<<<<<<<<<<<";
  second += mrz_check_digit(first.substr(5) + "7408122" + "1204159" + "<<<<<<<<<<<");
  const auto mrz = read_mrz({first, second, "ERIKSSON<<ANNA<MARIA<<<<<<<<<<"});
  ASSERT_TRUE(mrz);
  EXPECT_TRUE(mrz->failed.empty());
  EXPECT_EQ(mrz->document_number, number);
}

TEST(Mrz, IsFoundAmongOtherLines) {
  Lines lines = card();
  lines.insert(lines.begin(), {"Đặc điểm nhận dạng: nốt ruồi", "Ngón trỏ trái"});
  lines.push_back("CỤC TRƯỞNG CỤC CẢNH SÁT");
  const auto mrz = read_mrz(lines);
  ASSERT_TRUE(mrz);
  EXPECT_EQ(mrz->line_index, (std::vector<std::size_t>{2, 3, 4}));
}

TEST(Mrz, EveryConfusionThatItsPlaceForbidsIsPutRight) {
  const Lines good = card();
  const std::string digits = "012568", letters = "OIZSGB";
  int tried = 0;
  for (std::size_t line = 0; line < 2; ++line) {
    for (std::size_t at = line == 0 ? 5 : 0; at < 30; ++at) {
      const std::size_t found = digits.find(good[line][at]);
      if (found == std::string::npos) continue;
      Lines lines = good;
      lines[line] = replaced(lines[line], at, letters[found]);
      const auto mrz = read_mrz(lines);
      ASSERT_TRUE(mrz) << lines[line];
      EXPECT_TRUE(mrz->failed.empty()) << lines[line];
      EXPECT_TRUE(mrz->repaired);
      EXPECT_EQ(mrz->personal_number, "001099990123");
      ++tried;
    }
  }
  EXPECT_GT(tried, 15);
}

TEST(Mrz, FillersReadAsLettersAndQuotesArePutRight) {
  Lines lines = card();
  lines[0] = replaced(lines[0], 27, 'K');
  lines[1] = lines[1].substr(0, 18) + "<K<C<«<<<<" + lines[1].back();
  lines[2] = "NGUYEN«THI<AN<<<K<<<<CC<<<<<<K";
  const auto mrz = read_mrz(lines);
  ASSERT_TRUE(mrz);
  EXPECT_TRUE(mrz->failed.empty());
  EXPECT_EQ(mrz->family_name, "NGUYEN");
  EXPECT_EQ(mrz->given_names, "THI AN");
}

TEST(Mrz, SpacesAndFillersMissingAreBorne) {
  Lines lines = card();
  lines[1] = card()[1].substr(0, 15) + " " + card()[1].substr(15, 9) + card()[1].substr(27);
  lines[2] = "NGUYEN << THI < AN <<<<<<<";
  const auto mrz = read_mrz(lines);
  ASSERT_TRUE(mrz);
  EXPECT_TRUE(mrz->failed.empty());
  EXPECT_EQ(mrz->family_name, "NGUYEN");
}

TEST(Mrz, WrongDigitIsToldAndNothingIsPutRight) {
  Lines lines = card();
  lines[1] = replaced(lines[1], 5, lines[1][5] == '7' ? '3' : '7');
  lines[2] = replaced(lines[2], 0, 'N');
  const auto mrz = read_mrz(lines);
  ASSERT_TRUE(mrz);
  EXPECT_EQ(mrz->failed, (std::vector<MrzCheck>{MrzCheck::kBirthDate, MrzCheck::kWhole}));
  EXPECT_FALSE(mrz->repaired);
}

TEST(Mrz, RepairThatDoesNotMakeAllFitIsNotTaken) {
  Lines lines = card();
  lines[0] = replaced(lines[0], 5, 'O');
  lines[1] = replaced(lines[1], 13, lines[1][13] == '7' ? '3' : '7');
  const auto mrz = read_mrz(lines);
  ASSERT_TRUE(mrz);
  EXPECT_FALSE(mrz->repaired);
  EXPECT_EQ(mrz->document_number[0], 'O');
  EXPECT_FALSE(mrz->failed.empty());
}

TEST(Mrz, ZoneThatFitsIsPreferred) {
  Lines lines = card();
  lines[1] = replaced(lines[1], 5, lines[1][5] == '7' ? '3' : '7');
  for (const std::string& line : card()) lines.push_back(line);
  const auto mrz = read_mrz(lines);
  ASSERT_TRUE(mrz);
  EXPECT_TRUE(mrz->failed.empty());
  EXPECT_EQ(mrz->line_index.front(), 3u);
}

TEST(Mrz, OtherTextIsNone) {
  EXPECT_FALSE(read_mrz({}));
  EXPECT_FALSE(read_mrz({"", "", ""}));
  EXPECT_FALSE(read_mrz({"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"}));
  const std::string fillers(44, '<'), zeros(44, '0');
  EXPECT_FALSE(read_mrz({fillers, fillers, fillers}));
  EXPECT_FALSE(read_mrz({zeros, zeros, zeros}));
  EXPECT_FALSE(
      read_mrz({std::string(100000, 'P'), std::string("P\xFF\xFE<<<<<<<<<<<<<<<<<<<<<<<<<<<")}));
}

}  // namespace
}  // namespace sohoa
