#include "pipeline/understand/letterhead.h"

#include <gtest/gtest.h>

#include "tests/understand/pages.h"

namespace sohoa {
namespace {

using test::both;
using test::centred;
using test::kLeftColumnMm;
using test::kRightColumnMm;
using test::letterhead;
using test::page_of;
using test::Print;
using test::state_name;

/// The page with its head; empty texts where there is none.
struct Head {
  PageView page;
  std::optional<Letterhead> head;

  explicit Head(const std::vector<Print>& lines)
      : page(page_of(lines)), head(find_letterhead(page)) {}

  std::string text(const std::optional<WordRange>& range) const {
    return range ? text_of(page, *range) : "";
  }
  std::string agencies() const { return text_of(page, head->agencies); }
};

TEST(Letterhead, HasTheCellsOfItsDecree) {
  const Head found(letterhead());
  ASSERT_TRUE(found.head);
  EXPECT_EQ(found.text(found.head->motto), "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
  EXPECT_EQ(found.agencies(), "ỦY BAN NHÂN DÂN XÃ TÂN NGÃI");
  EXPECT_EQ(found.head->agencies.size(), 2u);
  EXPECT_EQ(found.text(found.head->number), "47/QĐ-UBND");
  EXPECT_TRUE(found.head->number_in_head);
  EXPECT_EQ(found.text(found.head->date), "Tân Ngãi, ngày 02 tháng 9 năm 2026");
  EXPECT_TRUE(found.head->subject.empty());
  EXPECT_GT(found.head->bottom_mm, 29);
  EXPECT_LT(found.head->bottom_mm, 36);
}

TEST(Letterhead, ColumnsReadAsOneLineAreTakenApart) {
  const Head found({{"ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 38, 20, 12},
                    {"XÃ TÂN NGÃI\tĐộc lập - Tự do - Hạnh phúc", 44, 26},
                    {"Số: 47/QĐ-UBND\tTân Ngãi, ngày 02 tháng 9 năm 2026", 44, 36}});
  ASSERT_TRUE(found.head);
  EXPECT_EQ(found.text(found.head->motto), "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
  EXPECT_EQ(found.text(found.head->number), "47/QĐ-UBND");
  EXPECT_EQ(found.text(found.head->date), "Tân Ngãi, ngày 02 tháng 9 năm 2026");
}

TEST(Letterhead, OfAFormIsTheStatesNameAlone) {
  const Head found(both(state_name(), {centred("TỜ KHAI ĐĂNG KÝ KHAI SINH", 105, 50, 14),
                                       {"Số định danh cá nhân: 001190004567", 30, 70}}));
  ASSERT_TRUE(found.head);
  EXPECT_TRUE(found.head->agencies.empty());
  EXPECT_FALSE(found.head->number);
  EXPECT_FALSE(found.head->date);
}

TEST(Letterhead, NumberToBeWrittenByHandIsLeftOpen) {
  const Head found(letterhead("Số: /QĐ-UBND"));
  ASSERT_TRUE(found.head);
  EXPECT_EQ(found.text(found.head->number), "/QĐ-UBND");
}

TEST(Letterhead, NumberMayHangTogetherWithItsWord) {
  const Head found(letterhead("Số:47/QĐ-UBND"));
  ASSERT_TRUE(found.head);
  EXPECT_EQ(found.text(found.head->number), "Số:47/QĐ-UBND");
}

TEST(Letterhead, OfACertificateHasItsNumberBelowTheTitle) {
  const Head found(both(state_name(),
                        {centred("GIẤY KHAI SINH", 105, 50, 18), centred("Số: 47/2026", 105, 62)}));
  ASSERT_TRUE(found.head);
  EXPECT_EQ(found.text(found.head->number), "47/2026");
  EXPECT_FALSE(found.head->number_in_head);
}

TEST(Letterhead, OfALetterHasItsSubjectBelowTheNumber) {
  std::vector<Print> lines =
      both(letterhead("Số: 12/UBND-VP"), {centred("V/v báo cáo kết quả", kLeftColumnMm, 43, 12),
                                          centred("số hóa hồ sơ", kLeftColumnMm, 48.5, 12),
                                          centred("Kính gửi: Sở Nội vụ", 105, 65)});
  const Head found(lines);
  ASSERT_TRUE(found.head);
  EXPECT_EQ(text_of(found.page, found.head->subject), "V/v báo cáo kết quả số hóa hồ sơ");
}

TEST(Letterhead, StatesNameMayBeMisread) {
  EXPECT_TRUE(Head({{"CỘNG HOÀ XÃ HÔI CHỦ NGHÌA VIỆT NAN", 90, 20, 12}}).head);
}

TEST(Letterhead, StatesNameInTheTextIsNone) {
  EXPECT_FALSE(Head({{"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 90, 200, 12}}).head);
  EXPECT_FALSE(Head({{"Căn cứ Luật Tổ chức chính quyền địa phương", 30, 20}}).head);
  EXPECT_FALSE(Head({}).head);
}

}  // namespace
}  // namespace sohoa
