#include "pipeline/understand/first_page.h"

#include <gtest/gtest.h>

#include "tests/understand/pages.h"

namespace sohoa {
namespace {

using test::both;
using test::centred;
using test::kLeftColumnMm;
using test::letterhead;
using test::page_of;
using test::Print;
using test::shipped_knowledge;
using test::state_name;

FirstPage look_at(const std::vector<Print>& lines) {
  static const TitleFinder titles(shipped_knowledge());
  return look_at_first_page(page_of(lines), titles);
}

std::vector<Print> letter() {
  return both(
      letterhead("Số: 12/UBND-VP"),
      {centred("V/v báo cáo kết quả số hóa", kLeftColumnMm, 43, 12),
       centred("Kính gửi: Sở Nội vụ tỉnh Quảng Thanh", 105, 65),
       {"Thực hiện chỉ đạo của Ủy ban nhân dân tỉnh, xã Tân Ngãi báo cáo như sau.", 40, 80}});
}

TEST(FirstPage, OfADecisionHasHeadAndTitle) {
  const FirstPage first = look_at(both(letterhead(), {centred("QUYẾT ĐỊNH", 105, 55, 14)}));
  EXPECT_TRUE(first.head);
  ASSERT_TRUE(first.title);
  ASSERT_NE(first.title->kind, nullptr);
  EXPECT_EQ(first.title->kind->id, "quyet-dinh");
  EXPECT_FALSE(first.is_letter);
}

TEST(FirstPage, OfAnOfficialLetterHasNoTitle) {
  const FirstPage first = look_at(letter());
  EXPECT_TRUE(first.is_letter);
  EXPECT_FALSE(first.title);
  ASSERT_TRUE(first.head);
  EXPECT_FALSE(first.head->subject.empty());
}

TEST(FirstPage, AddressBelowATitleMakesNoLetter) {
  const FirstPage first =
      look_at(both(letterhead("Số: 12/TTr-UBND"),
                   {centred("TỜ TRÌNH", 105, 55, 14), centred("Kính gửi: Sở Nội vụ", 105, 70)}));
  EXPECT_FALSE(first.is_letter);
  ASSERT_TRUE(first.title);
  ASSERT_NE(first.title->kind, nullptr);
  EXPECT_EQ(first.title->kind->id, "to-trinh");
}

TEST(FirstPage, OfAFormIsNoLetterThoughItHasAnAddress) {
  const FirstPage first =
      look_at(both(state_name(), {centred("TỜ KHAI ĐĂNG KÝ KHAI SINH", 105, 50, 14),
                                  centred("Kính gửi: Ủy ban nhân dân xã Tân Ngãi", 105, 62)}));
  EXPECT_FALSE(first.is_letter);
  ASSERT_TRUE(first.title);
  ASSERT_NE(first.title->kind, nullptr);
  EXPECT_EQ(first.title->kind->id, "to-khai-khai-sinh");
}

TEST(FirstPage, LaterPageShowsNothingOfTheKind) {
  const FirstPage first = look_at({{"Điều 2. Văn phòng chịu trách nhiệm thi hành.", 40, 25}});
  EXPECT_FALSE(first.head);
  EXPECT_FALSE(first.title);
  EXPECT_FALSE(first.is_letter);
}

}  // namespace
}  // namespace sohoa
