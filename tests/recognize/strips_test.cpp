#include "pipeline/recognize/strips.h"

#include <gtest/gtest.h>

namespace sohoa {
namespace {

/// Ten letters side by side.
void add_line(Ink& ink, double top, double bottom) {
  for (int i = 0; i < 10; ++i) {
    const double left = 10 + 14 * i;
    ink.marks.push_back({{left, top, left + 10, bottom}, 60});
  }
}

TEST(Strips, SmallPrintOverSmallPrintIsMadeOfLettersNotOfAccents) {
  Ink ink;
  add_line(ink, 39, 50);
  add_line(ink, 60, 75);
  const std::vector<Strip> strips = find_strips(ink, 20);
  ASSERT_EQ(strips.size(), 2U);
  EXPECT_EQ(strips[0].letters.size(), 10U);
  EXPECT_EQ(strips[1].letters.size(), 10U);
}

TEST(Strips, HatsWithTonesAreAccentsThoughAsHighAsSmallLetters) {
  Ink ink;
  add_line(ink, 46, 56);
  add_line(ink, 60, 80);
  const std::vector<Strip> strips = find_strips(ink, 20);
  ASSERT_EQ(strips.size(), 1U);
  EXPECT_EQ(strips[0].letters.size(), 10U);
  EXPECT_EQ(strips[0].marks.size(), 20U);
}

}  // namespace
}  // namespace sohoa
