#include "pipeline/understand/marks/fingerprint.h"

#include <gtest/gtest.h>

#include "tests/understand/marks/drawn_page.h"

namespace sohoa::test {
namespace {

/// Bars like lines of print, whose ends depend on `seed`, moved.
CleanPage printed_page(unsigned seed, double right_mm, double down_mm) {
  CleanPage page = white_page();
  unsigned chance = seed;
  for (int line = 0; line < 35; ++line) {
    chance = chance * 1664525 + 1013904223;
    const double end = 80 + (chance >> 16) % 100;
    const double y = 30 + line * 6.5;
    fill(page, {30 + right_mm, y + down_mm, end + right_mm, y + down_mm + 1.2});
  }
  return page;
}

TEST(Fingerprint, OfASheetThatLayElsewhereOnTheGlassIsAlike) {
  const PageFingerprint once = fingerprint_of(printed_page(1, 0, 0));
  const PageFingerprint again = fingerprint_of(printed_page(1, 2.7, -2.1));
  EXPECT_LT(difference(once, again), kSameSheetMax);
  EXPECT_EQ(difference(once, once), 0);
}

TEST(Fingerprint, OfAnotherPageIsNot) {
  const PageFingerprint one = fingerprint_of(printed_page(1, 0, 0));
  const PageFingerprint other = fingerprint_of(printed_page(2, 0, 0));
  EXPECT_GT(difference(one, other), kSameSheetMax);
}

TEST(Fingerprint, OfABlankPageIsLikeThatOfABlankPageOnly) {
  const PageFingerprint blank = fingerprint_of(white_page());
  EXPECT_TRUE(blank.blank);
  EXPECT_EQ(difference(blank, blank), 0);
  EXPECT_EQ(difference(blank, fingerprint_of(printed_page(1, 0, 0))), 1);
}

}  // namespace
}  // namespace sohoa::test
