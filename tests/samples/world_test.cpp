#include "samples/world.h"

#include <gtest/gtest.h>

#include "samples/markup.h"

namespace sohoa {

TEST(World, SpellsNumbersAsAClerkDoes) {
  EXPECT_EQ(spelled_number(5), "năm");
  EXPECT_EQ(spelled_number(15), "mười lăm");
  EXPECT_EQ(spelled_number(21), "hai mươi mốt");
  EXPECT_EQ(spelled_number(104), "một trăm linh bốn");
  EXPECT_EQ(spelled_number(2026), "hai nghìn không trăm hai mươi sáu");
  EXPECT_EQ(spelled_number(12'050'000), "mười hai triệu không trăm năm mươi nghìn");
}

TEST(World, WritesDatesWithTheZerosOfDecree30) {
  EXPECT_EQ(spelled({4, 2, 2026}), "ngày 04 tháng 02 năm 2026");
  EXPECT_EQ(spelled({11, 3, 2026}), "ngày 11 tháng 3 năm 2026");
  EXPECT_EQ(slashed(days_later({28, 2, 2026}, 1)), "01/03/2026");
  EXPECT_EQ(slashed(days_later({1, 1, 2026}, -1)), "31/12/2025");
}

TEST(World, PersonalNumbersFitTheirOwnersAndBelongToNobody) {
  for (std::uint64_t seed = 1; seed <= 50; ++seed) {
    const Case it = some_case(seed);
    for (const Person& person : {it.applicant, it.spouse, it.child, it.neighbour}) {
      ASSERT_EQ(person.number.size(), 12u);
      const int century = (person.number[3] - '0') / 2 + 19;
      EXPECT_EQ(century, person.born.year / 100);
      EXPECT_EQ((person.number[3] - '0') % 2, person.sex == Sex::kFemale ? 1 : 0);
      EXPECT_EQ(person.number.substr(4, 2), two_digits(person.born.year % 100));
      // No province counts a million births of one sex in a year.
      EXPECT_EQ(person.number.substr(6, 2), "99");
    }
  }
}

TEST(World, CapitalsKeepTheirMarks) {
  EXPECT_EQ(upper("Nguyễn Thị Mỹ Hạnh, tỉnh Đắk"), "NGUYỄN THỊ MỸ HẠNH, TỈNH ĐẮK");
  EXPECT_EQ(sentence("ủy ban"), "Ủy ban");
}

TEST(Markup, ParsesStylesFieldsAndPunctuation) {
  const auto words = parse_markup("Số <so>~47~ /QĐ<> *Điều 1*, _hết_");
  ASSERT_EQ(words.size(), 6u);
  EXPECT_TRUE(words[1].hand);
  EXPECT_EQ(words[1].field, "so");
  EXPECT_EQ(words[2].field, "so");
  EXPECT_FALSE(words[2].hand);
  EXPECT_EQ(words[4].text, "1,");
  EXPECT_TRUE(words[4].bold);
  EXPECT_TRUE(words[5].italic);
  EXPECT_TRUE(words[5].field.empty());
}

}  // namespace sohoa
