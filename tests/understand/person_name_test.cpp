#include "pipeline/understand/person_name.h"

#include <gtest/gtest.h>

namespace sohoa {
namespace {

TEST(PersonName, LooksLikeOne) {
  for (const char* text :
       {"Trần Văn Mẫu", "TRẦN VĂN MẪU", "Lê Ẩn", "Nguyễn Phúc Bảo Tôn Nữ Ẩn", "H'Hen Niê",
        "Y-Ban Mẫu", "ThS. Trần Văn Mẫu", "Đại úy Trần Văn Mẫu", "Ông Trần Văn Mẫu"}) {
    EXPECT_TRUE(looks_like_name(text)) << text;
  }
}

TEST(PersonName, OtherTextDoesNot) {
  for (const char* text :
       {"", "Trần", "trần văn mẫu", "Trần văn mẫu", "Trần Văn Mẫu 2", "Trần Văn M4u",
        "Tôi là Trần Văn Mẫu ở đây", "Một Hai Ba Bốn Năm Sáu Bảy", "Nơi nhận:", "(Ký tên)",
        "Nghiêngnghiêng Mẫu", "Trần, Mẫu", "- -"}) {
    EXPECT_FALSE(looks_like_name(text)) << text;
  }
}

TEST(NormalizedName, OfCapitalsHasCapitalsFirst) {
  EXPECT_EQ(normalized_name("HUỲNH THỊ KIM YẾN"), "Huỳnh Thị Kim Yến");
  EXPECT_EQ(normalized_name("ĐẶNG ẨN"), "Đặng Ẩn");
  EXPECT_EQ(normalized_name("Huỳnh Thị Kim Yến"), "Huỳnh Thị Kim Yến");
}

TEST(NormalizedName, HasNoDegreesRanksOrPunctuation) {
  EXPECT_EQ(normalized_name("ThS. Trần Văn Mẫu"), "Trần Văn Mẫu");
  EXPECT_EQ(normalized_name("PGS. TS. Trần Văn Mẫu"), "Trần Văn Mẫu");
  EXPECT_EQ(normalized_name("Thiếu tá Trần Văn Mẫu"), "Trần Văn Mẫu");
  EXPECT_EQ(normalized_name("Bà: TRẦN THỊ ẨN"), "Trần Thị Ẩn");
  EXPECT_EQ(normalized_name("Trần Văn Mẫu."), "Trần Văn Mẫu");
  EXPECT_EQ(normalized_name("  Trần   Văn Mẫu ;"), "Trần Văn Mẫu");
}

TEST(NormalizedName, OfNothingIsNothing) { EXPECT_EQ(normalized_name(""), ""); }

TEST(FamilyName, IsTheFirstSyllableInAnyCase) {
  const std::vector<std::string> names = {"Trần", "Đặng"};
  EXPECT_TRUE(has_family_name("Trần Văn Mẫu", names));
  EXPECT_TRUE(has_family_name("ĐẶNG ẨN", names));
  EXPECT_FALSE(has_family_name("Văn Trần", names));
  EXPECT_FALSE(has_family_name("Tran Van Mau", names)) << "marks count";
  EXPECT_FALSE(has_family_name("", names));
}

}  // namespace
}  // namespace sohoa
