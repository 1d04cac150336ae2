#include "pipeline/understand/subject.h"

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

std::string subject_of(const std::vector<Print>& lines) {
  static const TitleFinder titles(shipped_knowledge());
  const PageView page = page_of(lines);
  return text_of(page, find_subject(page, look_at_first_page(page, titles)));
}

TEST(Subject, StandsCentredBelowTheTitle) {
  EXPECT_EQ(
      subject_of(both(letterhead(), {centred("QUYẾT ĐỊNH", 105, 55, 14),
                                     centred("Về việc phê duyệt kế hoạch số hóa", 105, 61),
                                     centred("hồ sơ năm 2026", 105, 67),
                                     {"Căn cứ Luật Tổ chức chính quyền địa phương;", 40, 78}})),
      "Về việc phê duyệt kế hoạch số hóa hồ sơ năm 2026");
}

TEST(Subject, EndsWhereTheTextBegins) {
  for (const char* text : {"Căn cứ Luật Tổ chức chính quyền địa phương;", "Kính gửi: Sở Nội vụ",
                           "Thực hiện Kế hoạch số 12"}) {
    EXPECT_EQ(subject_of(
                  both(letterhead(), {centred("QUYẾT ĐỊNH", 105, 55, 14),
                                      centred("Về việc số hóa", 105, 61), centred(text, 105, 67)})),
              "Về việc số hóa")
        << text;
  }
}

TEST(Subject, OfALetterStandsBelowItsNumber) {
  EXPECT_EQ(subject_of(both(letterhead("Số: 12/UBND-VP"),
                            {centred("V/v báo cáo kết quả", kLeftColumnMm, 43, 12),
                             centred("số hóa hồ sơ", kLeftColumnMm, 48.5, 12),
                             centred("Kính gửi: Sở Nội vụ", 105, 65)})),
            "V/v báo cáo kết quả số hóa hồ sơ");
}

TEST(Subject, ThatIsNotThereIsNone) {
  EXPECT_EQ(subject_of(both(letterhead(), {centred("QUYẾT ĐỊNH", 105, 55, 14),
                                           {"Điều 1. Phê duyệt kế hoạch.", 40, 90}})),
            "");
  EXPECT_EQ(subject_of({{"Điều 1. Phê duyệt kế hoạch.", 40, 90}}), "");
}

}  // namespace
}  // namespace sohoa
