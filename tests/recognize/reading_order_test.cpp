#include "pipeline/recognize/reading_order.h"

#include <gtest/gtest.h>

namespace sohoa {
namespace {

constexpr double kLetterHeight = 30;

Line line_at(const std::string& text, double left, double baseline, double width) {
  Line line;
  line.box = {left, baseline - 40, left + width, baseline + 10};
  line.words = {{text, line.box, 0.9}};
  line.baseline_start = {left, baseline};
  line.baseline_end = {left + width, baseline};
  line.x_height = 25;
  return line;
}

std::string order_of(const std::vector<Block>& blocks) {
  TextPage page;
  page.blocks = blocks;
  std::string text = plain_text(page);
  std::replace(text.begin(), text.end(), '\n', '|');
  return text;
}

TEST(ReadingOrder, ALetterheadIsReadLeftThenRightThenTheBody) {
  const std::vector<Block> blocks =
      in_reading_order({line_at("body", 200, 600, 1800), line_at("r1", 1000, 100, 900),
                        line_at("l1", 200, 104, 500), line_at("r2", 1150, 160, 600),
                        line_at("l2", 260, 164, 380), line_at("title", 900, 400, 400)},
                       {}, kLetterHeight, 0);
  EXPECT_EQ(order_of(blocks), "l1|l2||r1|r2||title||body|");
}

TEST(ReadingOrder, ColumnsNeedNotShareTheirLevels) {
  const std::vector<Block> blocks = in_reading_order(
      {line_at("l1", 200, 100, 500), line_at("r1", 1000, 100, 900), line_at("l2", 260, 150, 380),
       line_at("r2", 1150, 175, 600), line_at("l3", 280, 200, 300)},
      {}, kLetterHeight, 0);
  EXPECT_EQ(order_of(blocks), "l1|l2|l3||r1|r2|");
}

TEST(ReadingOrder, NamesAndTheirValuesStayOnOneLine) {
  const std::vector<Block> blocks =
      in_reading_order({line_at("a", 200, 100, 200), line_at("1", 700, 100, 300),
                        line_at("b", 200, 160, 250), line_at("2", 700, 160, 200)},
                       {}, kLetterHeight, 0);
  EXPECT_EQ(order_of(blocks), "a 1|b 2|");
}

TEST(ReadingOrder, PiecesOfOneLineAreJoined) {
  const std::vector<Block> blocks = in_reading_order(
      {line_at("right", 900, 102, 400), line_at("left", 200, 100, 600)}, {}, kLetterHeight, 0);
  ASSERT_EQ(blocks.size(), 1U);
  ASSERT_EQ(blocks[0].lines.size(), 1U);
  EXPECT_EQ(order_of(blocks), "left right|");
  EXPECT_EQ(blocks[0].lines[0].baseline_end.x, 1300);
}

TEST(ReadingOrder, TablesAreReadRowByRowAndCellByCell) {
  const Table table{{200, 200, 1800, 500}, {200, 300, 500}};
  const std::vector<Block> blocks = in_reading_order(
      {line_at("c1", 250, 270, 100), line_at("c2", 900, 270, 100), line_at("d1", 250, 400, 100),
       line_at("d2a", 900, 360, 300), line_at("d2b", 900, 420, 300),
       line_at("after", 200, 600, 900), line_at("before", 200, 100, 900)},
      {table}, kLetterHeight, 0);
  EXPECT_EQ(order_of(blocks), "before||c1|c2|d1|d2a|d2b||after|");
  ASSERT_EQ(blocks.size(), 3U);
  EXPECT_EQ(blocks[1].kind, BlockKind::kTable);
}

TEST(ReadingOrder, NoLinesGiveNoBlocks) {
  EXPECT_TRUE(in_reading_order({}, {}, kLetterHeight, 0).empty());
}

}  // namespace
}  // namespace sohoa
