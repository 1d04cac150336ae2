#include "pipeline/recognize/ink.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "pipeline/recognize/small_marks.h"
#include "pipeline/recognize/tables.h"
#include "pipeline/recognize/unread_ink.h"
#include "tests/recognize/drawn_page.h"

namespace sohoa {
namespace {

TEST(Ink, MarksAreEightConnectedAndWhole) {
  CleanPage page = test::white_page(100, 100);
  for (int i = 0; i < 20; ++i) page.pixels.row(10 + i)[10 + i] = 0;  // a diagonal
  for (int y = 50; y < 60; ++y) {                                    // a U
    page.pixels.row(y)[50] = 0;
    page.pixels.row(y)[70] = 0;
  }
  for (int x = 50; x <= 70; ++x) page.pixels.row(60)[x] = 0;
  Ink ink = find_ink(page.pixels);
  ASSERT_EQ(ink.marks.size(), 2U);
  EXPECT_EQ(ink.marks[0].pixels, 20);
  EXPECT_EQ(ink.marks[0].box.right, 30);
  EXPECT_EQ(ink.marks[1].pixels, 41);
  EXPECT_EQ(ink.marks[1].box.bottom, 61);
}

TEST(Ink, WhitePaperHasNone) {
  Ink ink = find_ink(test::white_page(50, 50).pixels);
  EXPECT_TRUE(ink.marks.empty());
  EXPECT_EQ(usual_letter_height(ink, 300), 0);
  EXPECT_TRUE(find_strips(ink, 0).empty());
}

TEST(Strips, TonesGoToTheirLettersAndNotToTheLineAbove) {
  CleanPage page = test::white_page(1200, 400);
  const test::Drawn upper = test::draw_text(page, "gy gy gy gy gy gy", 100, 150);
  const test::Drawn lower = test::draw_text(page, "Ấ Ễ Ổ Ấ Ễ Ổ Ấ Ễ Ổ", 100, 215);
  Ink ink = find_ink(page.pixels);
  const std::vector<Strip> strips = find_strips(ink, usual_letter_height(ink, page.dpi));
  ASSERT_EQ(strips.size(), 2U);
  EXPECT_NEAR(strips[0].box.bottom, upper.ink.bottom, 2);
  EXPECT_NEAR(strips[1].box.top, lower.ink.top, 2);
}

TEST(Strips, LinesThatTouchArePartedBetweenTheirLetters) {
  CleanPage page = test::white_page(1200, 400);
  test::draw_text(page, "Nghị định quy định danh mục", 100, 150);
  test::draw_text(page, "mục hoá chất thuộc phạm vi", 100, 215);
  test::draw_bar(page, {300, 130, 304, 210});
  test::draw_bar(page, {520, 130, 524, 210});
  Ink ink = find_ink(page.pixels);
  const std::size_t marks = ink.marks.size();
  const std::vector<Strip> strips = find_strips(ink, usual_letter_height(ink, page.dpi));
  ASSERT_EQ(strips.size(), 2U);
  EXPECT_EQ(ink.marks.size(), marks + 2);
  EXPECT_LT(strips[0].box.bottom, 185);
  EXPECT_GT(strips[1].box.top, 160);
}

TEST(Strips, AFirstLetterOfTwoLinesIsNotCut) {
  CleanPage page = test::white_page(1200, 400);
  constexpr double kTwoLines_pt = 42;
  const test::Drawn first = test::draw_text(page, "N", 90, 215, kTwoLines_pt);
  const double left = first.ink.right + 10;
  test::draw_text(page, "ghị định quy định danh mục", left, 150);
  test::draw_text(page, "mục hoá chất thuộc phạm vi", left, 215);
  Ink ink = find_ink(page.pixels);
  const std::size_t marks = ink.marks.size();
  find_strips(ink, usual_letter_height(ink, page.dpi));
  EXPECT_EQ(ink.marks.size(), marks);
}

TEST(Strips, OfAPageOfSpecksTheLargestStayAndTonesAmongThem) {
  CleanPage page = test::white_page(2400, 1600);
  const test::Drawn line = test::draw_text(page, "Ấ Ễ Ổ Ấ Ễ Ổ Ấ Ễ Ổ", 100, 150);
  constexpr double kLetterHeight = 25;
  for (int y = 300; y + 1 < page.pixels.height; y += 5) {
    for (int x = 0; x + 1 < page.pixels.width; x += 5) {
      for (const int row : {y, y + 1}) std::fill_n(page.pixels.row(row) + x, 2, 0);
    }
  }
  Ink ink = find_ink(page.pixels);
  ASSERT_GT(ink.marks.size(), 2 * kSmallMarksMax);
  const std::vector<Strip> strips = find_strips(ink, kLetterHeight);
  ASSERT_EQ(strips.size(), 1U);
  EXPECT_NEAR(strips[0].box.top, line.ink.top, 2);
}

TEST(Strips, WideGapsPartALine) {
  CleanPage page = test::white_page(1800, 300);
  test::draw_text(page, "UBND TỈNH", 100, 150);
  test::draw_text(page, "CỘNG HÒA", 700, 150);
  Ink ink = find_ink(page.pixels);
  EXPECT_EQ(find_strips(ink, usual_letter_height(ink, page.dpi)).size(), 2U);
}

TEST(Tables, AGridIsATableAndAFrameIsNot) {
  CleanPage page = test::white_page(1400, 900);
  for (const double y : {100.0, 200.0, 300.0}) test::draw_bar(page, {100, y, 1200, y + 3});
  for (const double x : {100.0, 600.0, 1197.0}) test::draw_bar(page, {x, 100, x + 3, 303});
  for (const double y : {500.0, 800.0}) test::draw_bar(page, {100, y, 1200, y + 3});
  for (const double x : {100.0, 1197.0}) test::draw_bar(page, {x, 500, x + 3, 803});
  const std::vector<Table> tables = find_tables(find_ink(page.pixels), 30, 0);
  ASSERT_EQ(tables.size(), 1U);
  ASSERT_EQ(tables[0].rules.size(), 3U);
  EXPECT_NEAR(tables[0].rules[1], 201, 2);
}

TEST(UnreadInk, TextThatNoWordCoversIsAFinding) {
  CleanPage page = test::white_page(1200, 300);
  const test::Drawn drawn = test::draw_text(page, "Quyết định", 100, 150);
  Ink ink = find_ink(page.pixels);
  const double height = usual_letter_height(ink, page.dpi);
  const std::vector<Strip> strips = find_strips(ink, height);
  ASSERT_EQ(strips.size(), 1U);
  const std::vector<Finding> findings = find_unread_ink(ink, {{strips[0], false}}, height);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].code, "page.ink-unread");
  ASSERT_TRUE(findings[0].where);
  EXPECT_NEAR(findings[0].where->left, drawn.ink.left, 2);
  EXPECT_TRUE(find_unread_ink(ink, {{strips[0], true}}, height).empty());
}

TEST(UnreadInk, AScribbleIsNoText) {
  CleanPage page = test::white_page(1200, 400);
  const double bottoms[] = {100, 180, 140, 200, 120, 170};
  for (int i = 0; i < 6; ++i) {
    test::draw_bar(page, {100.0 + 40 * i, bottoms[i] - 80 + 10 * i, 120.0 + 40 * i, bottoms[i]});
  }
  Ink ink = find_ink(page.pixels);
  std::vector<StripReading> readings;
  for (const Strip& strip : find_strips(ink, 30)) readings.push_back({strip, false});
  ASSERT_FALSE(readings.empty());
  EXPECT_TRUE(find_unread_ink(ink, readings, 30).empty());
}

}  // namespace
}  // namespace sohoa
