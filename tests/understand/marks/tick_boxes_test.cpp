#include "pipeline/understand/marks/tick_boxes.h"

#include <gtest/gtest.h>

#include "tests/understand/marks/drawn_page.h"

namespace sohoa::test {
namespace {

std::vector<TickBox> boxes_on(const CleanPage& page, const std::vector<Box>& print = {}) {
  return find_tick_boxes(page, InkMap(page), print);
}

TEST(TickBoxes, AreFoundEmptyAndTicked) {
  CleanPage page = white_page();
  draw_frame(page, {30, 50, 34, 54}, 0.35);
  draw_frame(page, {30, 70, 34, 74}, 0.35);
  draw_cross(page, {30.5, 70.5, 33.5, 73.5}, 0.45);
  const std::vector<TickBox> boxes = boxes_on(page);
  ASSERT_EQ(boxes.size(), 2u);
  EXPECT_FALSE(boxes[0].ticked);
  EXPECT_TRUE(boxes[1].ticked);
  EXPECT_NEAR(boxes[0].box.left, in_px({30, 0, 0, 0}).left, 2);
  EXPECT_NEAR(boxes[0].box.bottom, in_px({0, 0, 0, 54}).bottom, 2);
}

TEST(TickBoxes, AreNoFramesForDigits) {
  CleanPage page = white_page();
  for (int cell = 0; cell < 12; ++cell) {
    draw_frame(page, {30 + cell * 5.6, 50, 35.8 + cell * 5.6, 55.6}, 0.3);
  }
  for (int cell = 0; cell < 12; ++cell) {  // with gaps between them
    draw_frame(page, {30 + cell * 6.0, 80, 35 + cell * 6.0, 85}, 0.3);
  }
  EXPECT_TRUE(boxes_on(page).empty());
}

TEST(TickBoxes, AreNoTablesAndNoPictureFrames) {
  CleanPage page = white_page();
  draw_frame(page, {30, 50, 60, 54}, 0.3);
  draw_frame(page, {30, 70, 60, 100}, 0.3);
  EXPECT_TRUE(boxes_on(page).empty());
}

TEST(TickBoxes, AreNoCornersOfQrCodes) {
  CleanPage page = white_page();
  draw_frame(page, {30, 50, 34.2, 54.2}, 0.6);
  fill(page, {31.2, 51.2, 33, 53});
  EXPECT_TRUE(boxes_on(page).empty());
}

TEST(TickBoxes, AreNoLettersOfWords) {
  CleanPage page = white_page();
  draw_frame(page, {30, 50, 33, 53}, 0.4);
  fill(page, {33.5, 50, 34, 53});
  const Box word = in_px({30, 50, 45, 53});
  EXPECT_TRUE(boxes_on(page, {word}).empty());
}

}  // namespace
}  // namespace sohoa::test
