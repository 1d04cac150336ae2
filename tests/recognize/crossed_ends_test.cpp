#include "pipeline/recognize/crossed_ends.h"

#include <gtest/gtest.h>

namespace sohoa {
namespace {

constexpr double kLetterHeight = 20;

std::vector<Word> words(const std::vector<std::pair<std::string, double>>& read) {
  std::vector<Word> made;
  made.reserve(read.size());
  for (const auto& [text, confidence] : read) made.push_back({text, {}, confidence});
  return made;
}

CrossedEnd crossed_at(LineEnd end) {
  CrossedEnd crossed;
  crossed.end = end;
  crossed.strip.box = {10, 0, 200, 20};
  return crossed;
}

std::string completed(std::vector<Word> plain, const std::vector<Word>& with_strokes,
                      LineEnd end = LineEnd::kFirst) {
  complete_end(plain, crossed_at(end), with_strokes);
  std::string text;
  for (const Word& word : plain) text += (text.empty() ? "" : " ") + word.text;
  return text;
}

TEST(CrossedEnds, TheFirstOrLastWordGetsItsLetters) {
  const auto title = words({{"HỦ", 0.9}, {"TỊCH", 1}});
  EXPECT_EQ(completed(title, words({{"CHỦ", 0.8}, {"TỊCH", 1}})), "CHỦ TỊCH");
  const auto name = words({{"Hồ", 1}, {"Xuâ", 0.9}});
  EXPECT_EQ(completed(name, words({{"Hồ", 1}, {"Xuân", 0.8}}), LineEnd::kLast), "Hồ Xuân");
}

TEST(CrossedEnds, WhatTheStrokeIsReadAsGoes) {
  EXPECT_EQ(completed(words({{"ồ", 0.9}}), words({{"“Hồ", 0.8}})), "Hồ");
  EXPECT_EQ(completed(words({{"Hồ", 0.9}}), words({{"(Hồ", 0.9}})), "Hồ");
}

TEST(CrossedEnds, DoubtfulAndOtherWordsChangeNothing) {
  const auto plain = words({{"HỦ", 0.9}, {"TỊCH", 1}});
  EXPECT_EQ(completed(plain, words({{"CHỦ", 0.4}, {"TỊCH", 1}})), "HỦ TỊCH");
  EXPECT_EQ(completed(plain, words({{"CHỦ", 0.9}, {"TÍCH", 1}})), "HỦ TỊCH");
  EXPECT_EQ(completed(plain, words({{"ỈCHỦ", 0.9}, {"TỊCH", 1}})), "HỦ TỊCH");
  EXPECT_EQ(completed(plain, words({{"PHÓ", 0.9}, {"HỦ", 0.9}, {"TỊCH", 1}})), "HỦ TỊCH");
}

TEST(CrossedEnds, ACompletedWordIsNeverSureAndReachesOverTheStroke) {
  auto plain = words({{"HỦ", 1}, {"TỊCH", 1}});
  plain[0].box = {30, 0, 60, 20};
  complete_end(plain, crossed_at(LineEnd::kFirst), words({{"CHỦ", 1}, {"TỊCH", 1}}));
  EXPECT_LT(plain[0].confidence, 0.7);
  EXPECT_EQ(plain[0].box.left, 10);
  EXPECT_EQ(plain[0].box.right, 60);
  EXPECT_EQ(plain[1].confidence, 1);
}

/// Four letters, and before them a mark of the given box whose runs fill `filled` in each row.
class CrossedStrip : public testing::Test {
 protected:
  void draw(const Box& mark, int x0, int x1) {
    ink_.marks.push_back({mark, 1});
    for (int y = 0; y < 200; ++y) {
      ink_.row_start.push_back(ink_.runs.size());
      if (y >= mark.top && y < mark.bottom) ink_.runs.push_back({y, x0, x1, 0});
    }
    ink_.row_start.push_back(ink_.runs.size());
    for (int i = 0; i < 4; ++i) {
      const double left = 100 + 18 * i;
      ink_.marks.push_back({{left, 80, left + 14, 100}, 200});
      strip_.letters.push_back(i + 1);
    }
    strip_.marks = strip_.letters;
    strip_.box = {100, 80, 168, 100};
    strip_.letter_height = kLetterHeight;
    strip_.baseline = 100;
  }

  Ink ink_;
  Strip strip_;
};

TEST_F(CrossedStrip, IsLongerByWhatABigMarkHasBesideIt) {
  draw({20, 20, 96, 180}, 82, 96);
  const std::vector<CrossedEnd> longer = with_crossed_ends(ink_, strip_);
  ASSERT_EQ(longer.size(), 1U);
  EXPECT_EQ(longer[0].end, LineEnd::kFirst);
  EXPECT_EQ(longer[0].strip.box.left, 82);
  EXPECT_EQ(longer[0].strip.crossing, std::vector<int>{0});
}

TEST_F(CrossedStrip, IsLongerAtItsOtherEndToo) {
  draw({172, 20, 260, 180}, 172, 186);
  const std::vector<CrossedEnd> longer = with_crossed_ends(ink_, strip_);
  ASSERT_EQ(longer.size(), 1U);
  EXPECT_EQ(longer[0].end, LineEnd::kLast);
  EXPECT_EQ(longer[0].strip.box.right, 186);
}

TEST_F(CrossedStrip, StaysBesideTheRuleOfATable) {
  draw({93, 20, 96, 180}, 93, 96);
  EXPECT_TRUE(with_crossed_ends(ink_, strip_).empty());
}

TEST_F(CrossedStrip, StaysWhereTheStrokeIsFar) {
  draw({60, 20, 80, 180}, 60, 80);
  EXPECT_TRUE(with_crossed_ends(ink_, strip_).empty());
}

}  // namespace
}  // namespace sohoa
