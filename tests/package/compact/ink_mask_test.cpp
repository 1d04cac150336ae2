#include "pipeline/package/compact/ink_mask.h"

#include <gtest/gtest.h>

namespace sohoa {
namespace {

constexpr int kSide = 120;
constexpr std::uint8_t kPaper = 250, kBlack = 30, kPale = 170;
constexpr InkFinder kFinder{200, 2};

/// Bars of one brightness in the upper half, dots of another in the lower.
Image bars_and_dots(std::uint8_t bars, std::uint8_t dots) {
  Image page{kSide, kSide, 1, Bytes(kSide * kSide, kPaper)};
  for (int y = 10; y < 50; ++y) {
    for (int x = 0; x < kSide; ++x) {
      if (x % 10 < 3) page.row(y)[x] = bars;
    }
  }
  for (int y = 70; y < 110; y += 6) {
    for (int x = 10; x < 110; x += 6) page.row(y)[x] = page.row(y)[x + 1] = dots;
  }
  return page;
}

int ink_in_rows(const Image& page, int first, int last) {
  const Image paper{kSide / 2, kSide / 2, 1, Bytes(kSide * kSide / 4, kPaper)};
  const Bilevel mask = find_ink(page, paper, kFinder);
  int count = 0;
  for (int y = first; y < last; ++y) {
    for (int x = 0; x < kSide; ++x) count += mask.row(y)[x / 8] >> (7 - x % 8) & 1;
  }
  return count;
}

TEST(InkMask, TakesPaleInkOfAPalePage) {
  const Image page = bars_and_dots(kPale, kPale);
  EXPECT_EQ(ink_in_rows(page, 10, 50), 40 * 36);
  EXPECT_EQ(ink_in_rows(page, 70, 110), 7 * 17 * 2);
}

TEST(InkMask, LeavesPaleDotsBesideBlackPrint) {
  const Image page = bars_and_dots(kBlack, kPale);
  EXPECT_EQ(ink_in_rows(page, 10, 50), 40 * 36);
  EXPECT_EQ(ink_in_rows(page, 70, 110), 0);
}

TEST(InkMask, OfBlankPaperIsEmpty) {
  EXPECT_EQ(ink_in_rows(bars_and_dots(kPaper, kPaper), 0, kSide), 0);
}

}  // namespace
}  // namespace sohoa
