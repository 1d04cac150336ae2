#include <gtest/gtest.h>

#include "tests/clean/drawn_page.h"

namespace sohoa::test {
namespace {

TEST(Skew, IsFoundToATenthOfADegreeWithinTen) {
  for (const double degrees : {-9.8, -6.3, -2.0, -0.7, -0.2, 0.0, 0.3, 1.1, 4.4, 7.7, 9.8}) {
    DrawnPage page;
    page.write_paragraphs(28);
    page.lean(degrees);
    const CleanPage clean = clean_page(page.grey_scan(), {});
    EXPECT_NEAR(clean.quality.skew_degrees, degrees, 0.1);
  }
}

TEST(Skew, IsTakenOutOfTheCleanPage) {
  DrawnPage page;
  page.write_paragraphs(28);
  page.lean(5.3);
  const CleanPage clean = clean_page(page.grey_scan(), {});
  const CleanPage again = clean_page(scan_of(pixels_of(clean), {200, 200}), {});
  EXPECT_NEAR(again.quality.skew_degrees, 0, 0.1);
}

TEST(Skew, OfACrookedSheetIsToldToTheOperator) {
  DrawnPage page;
  page.write_paragraphs(28);
  EXPECT_FALSE(has_finding(clean_page(page.grey_scan(), {}), "page.skewed"));
  page.lean(-4);
  EXPECT_TRUE(has_finding(clean_page(page.grey_scan(), {}), "page.skewed"));
}

}  // namespace
}  // namespace sohoa::test
