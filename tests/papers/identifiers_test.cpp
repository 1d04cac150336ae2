#include "models/papers/identifiers.h"

#include <gtest/gtest.h>

namespace sohoa {
namespace {

TEST(PersonalNumber, TellsProvinceSexAndYear) {
  const std::optional<PersonalNumber> woman = personal_number("001190004567");
  ASSERT_TRUE(woman);
  EXPECT_EQ(woman->province, "001");
  EXPECT_EQ(woman->sex, Sex::kFemale);
  EXPECT_EQ(woman->birth_year, 1990);
  const std::optional<PersonalNumber> man = personal_number("079205001234");
  ASSERT_TRUE(man);
  EXPECT_EQ(man->sex, Sex::kMale);
  EXPECT_EQ(man->birth_year, 2005);
  EXPECT_EQ(personal_number("079999001234")->birth_year, 2399);
}

TEST(PersonalNumber, IsTwelveAsciiDigits) {
  for (const char* text : {"", "00119000456", "0011900045678", "00119000456a", " 01190004567",
                           "００１１９０００４５６７", "001190-04567"}) {
    EXPECT_FALSE(personal_number(text)) << text;
  }
}

TEST(Date, OfTheCalendar) {
  EXPECT_TRUE(is_date(2024, 2, 29));
  EXPECT_FALSE(is_date(2025, 2, 29));
  EXPECT_FALSE(is_date(2025, 13, 1));
  EXPECT_FALSE(is_date(2025, 0, 1));
  EXPECT_FALSE(is_date(2025, 4, 31));
  EXPECT_FALSE(is_date(2025, 4, 0));
}

}  // namespace
}  // namespace sohoa
