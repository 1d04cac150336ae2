#include "pipeline/recognize/leaders.h"

#include <gtest/gtest.h>

#include "tests/recognize/drawn_page.h"

namespace sohoa {
namespace {

constexpr double kLetterHeight = 30;

std::vector<int> leaders_of(const CleanPage& page) {
  const Ink ink = find_ink(page.pixels);
  std::vector<int> small;
  for (std::size_t i = 0; i < ink.marks.size(); ++i) {
    if (ink.marks[i].box.height() < 0.45 * kLetterHeight) small.push_back(static_cast<int>(i));
  }
  return find_leaders(ink, small, kLetterHeight);
}

void draw_dots(CleanPage& page, std::initializer_list<double> middles, double y) {
  for (const double x : middles) test::draw_bar(page, {x - 2, y - 2, x + 2, y + 2});
}

TEST(Leaders, EvenDotsAreFoundAlongALineThatLeans) {
  CleanPage page = test::white_page(1200, 200);
  for (int i = 0; i < 60; ++i) draw_dots(page, {100.0 + 14 * i}, 100 + i / 8);
  EXPECT_EQ(leaders_of(page).size(), 60U);
}

TEST(Leaders, AnEllipsisAndUnevenDotsAreNone) {
  CleanPage page = test::white_page(1200, 200);
  draw_dots(page, {100, 114, 128}, 100);
  draw_dots(page, {300, 314, 345, 359, 390, 404, 435}, 100);
  EXPECT_TRUE(leaders_of(page).empty());
}

TEST(Leaders, ColonsTonesAndFullStopsStay) {
  CleanPage page = test::white_page(1600, 300);
  test::draw_text(page, "1. Họ và tên: trị tạo nhọc mụn lẹ i.i.i ...", 100, 150);
  EXPECT_TRUE(leaders_of(page).empty());
  const std::size_t before = find_ink(page.pixels).marks.size();
  const test::Drawn dots = test::draw_text(page, "....................", 1200, 150);
  const std::size_t drawn = find_ink(page.pixels).marks.size() - before;
  EXPECT_EQ(leaders_of(page).size(), drawn);
  EXPECT_GT(dots.ink.width(), 200);
}

TEST(Leaders, TwoDotsInStepWithARowShowBetweenWrittenLetters) {
  CleanPage page = test::white_page(1200, 200);
  draw_dots(page, {100, 114, 128, 142, 156}, 100);
  draw_dots(page, {212, 226, 268, 282}, 100);  // 4 distances on, and 3
  draw_dots(page, {317}, 100);                 // out of step
  EXPECT_EQ(leaders_of(page).size(), 9U);
}

TEST(Leaders, ASingleDotInStepMayBeAFullStop) {
  CleanPage page = test::white_page(1200, 200);
  draw_dots(page, {100, 142, 156, 170, 184, 198, 212, 254, 296}, 100);  // 1. ...... 1.500.000
  EXPECT_EQ(leaders_of(page).size(), 6U);
}

}  // namespace
}  // namespace sohoa
