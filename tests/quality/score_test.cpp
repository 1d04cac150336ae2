#include "tests/quality/score.h"

#include <gtest/gtest.h>

#include "tests/quality/nearest_stretch.h"
#include "tests/quality/report.h"
#include "tests/quality/truth.h"

namespace sohoa::test {
namespace {

TEST(Score, OfTheTruthItselfIsPerfect) {
  const Score score = score_page("Điều 1. Bố trí\nkinh phí\n", "Điều 1. Bố trí\nkinh phí\n");
  EXPECT_EQ(score.truth_words, 6);
  EXPECT_DOUBLE_EQ(score.word_recall(), 1);
  EXPECT_DOUBLE_EQ(score.word_precision(), 1);
  EXPECT_EQ(score.character_errors, 0);
}

TEST(Score, OfNothingReadIsAllMissed) {
  const Score score = score_page("Điều 1", "");
  EXPECT_DOUBLE_EQ(score.word_recall(), 0);
  EXPECT_DOUBLE_EQ(score.word_precision(), 0);
  EXPECT_DOUBLE_EQ(score.line_cer(), 1);
}

TEST(Score, DoesNotMindTheOrderOfColumns) {
  const Score score = score_page("UBND TỈNH\nCỘNG HÒA\n", "CỘNG HÒA\nUBND TỈNH\n");
  EXPECT_DOUBLE_EQ(score.word_recall(), 1);
  EXPECT_EQ(score.character_errors, 0);
}

TEST(Score, DoesNotMindHowLinesAreBroken) {
  const Score score = score_page("một hai ba bốn\n", "lời đầu\nmột hai\nba bốn\nlời cuối\n");
  EXPECT_EQ(score.character_errors, 0);
}

TEST(Score, CountsARepeatedWordAsOftenAsItStands) {
  const Score score = score_page("và và và", "và");
  EXPECT_EQ(score.truth_words, 3);
  EXPECT_EQ(score.found_words, 1);
}

TEST(Score, TakesWordsInAnyNormalizationForm) {
  const Score score = score_page("T\u1ef5", "Ty\u0323");
  EXPECT_DOUBLE_EQ(score.word_recall(), 1);
  EXPECT_EQ(score.character_errors, 0);
}

TEST(Score, TellsAWrongMarkFromAWrongLetter) {
  const Score score = score_page("bổ sung tỉnh quyền", "bồ sung tinh guyền");
  EXPECT_EQ(score.truth_words - score.found_words, 3);
  EXPECT_EQ(score.wrong_mark_words, 2);
  EXPECT_DOUBLE_EQ(score.tone_only_share(), 2.0 / 4);
}

TEST(Score, CountsWordsWithDigits) {
  EXPECT_EQ(score_page("Số 12/QĐ ngày 5", "Số 13/QĐ ngày").wrong_digit_words, 2);
}

TEST(Score, TellsALostWordFromAMisreadOne) {
  const Score score = score_page("Bố trí kinh phí", "Bồ kính phi");
  EXPECT_EQ(score.truth_words - score.found_words, 4);
  EXPECT_EQ(score.lost_words, 1);
}

TEST(GuardEffect, CountsWhatIsRightWithItOnlyAndWithoutItOnly) {
  const GuardEffect effect = guard_effect("vật liệu nổ Kỳ", "vật liệu nỗ Kỳ", "vật liệu nổ Ký");
  EXPECT_EQ(effect.mended, 1);
  EXPECT_EQ(effect.broken, 1);
}

TEST(Calibration, CountsHowOftenWordsOfAConfidenceAreRight) {
  const Json box = {{"left", 0}, {"top", 0}, {"right", 1}, {"bottom", 1}};
  const Json words = {{{"text", "một"}, {"confidence", 0.995}, {"box", box}},
                      {{"text", "hai"}, {"confidence", 0.93}, {"box", box}},
                      {{"text", "bo"}, {"confidence", 0.35}, {"box", box}},
                      {{"text", "Ký"}, {"confidence", 0.2}, {"box", box}}};
  const Json page = {{"blocks", {{{"lines", {{{"words", words}}}}}}}};
  const Calibration calibration = calibration_of("một hai ba {{Ký}}", page);
  EXPECT_EQ(calibration.bins[9].words, 2);
  EXPECT_EQ(calibration.bins[9].right, 2);
  EXPECT_EQ(calibration.bins[3].words, 1);
  EXPECT_EQ(calibration.bins[3].right, 0);
  EXPECT_EQ(calibration.bins[2].words, 0);
  EXPECT_EQ(calibration.sure.words, 1);
}

TEST(Score, ChargesJunkToPrecisionOnly) {
  const Score score = score_page("một hai ba", "một hai ba x y z");
  EXPECT_DOUBLE_EQ(score.word_recall(), 1);
  EXPECT_DOUBLE_EQ(score.word_precision(), 0.5);
}

TEST(Score, NeitherAsksForHandwritingNorChargesIt) {
  const char* truth = "Số: {{47}} /QĐ-UBND";
  const Score read = score_page(truth, "Số: 47 /QĐ-UBND");
  EXPECT_EQ(read.truth_words, 2);
  EXPECT_DOUBLE_EQ(read.word_precision(), 1);
  EXPECT_EQ(read.character_errors, 0);
  const Score left_out = score_page(truth, "Số: /QĐ-UBND");
  EXPECT_DOUBLE_EQ(left_out.word_recall(), 1);
  EXPECT_EQ(left_out.character_errors, 0);
}

TEST(Score, ChargesADroppedLineInFull) {
  const Score score = score_page("dòng thứ nhất\nxyzxyzxyz\n", "dòng thứ nhất\n");
  EXPECT_EQ(score.character_errors, 9);
}

TEST(Score, OfPagesAddsUp) {
  Score sum = score_page("một hai", "một");
  sum += score_page("ba bốn", "ba bốn");
  EXPECT_EQ(sum.pages, 2);
  EXPECT_DOUBLE_EQ(sum.word_recall(), 0.75);
}

TEST(NearestStretch, CountsEachKindOfErrorOnce) {
  EXPECT_EQ(nearest_stretch_distance(U"abcd", U"xxabcdxx"), 0);
  EXPECT_EQ(nearest_stretch_distance(U"abcd", U"xxabXdxx"), 1);
  EXPECT_EQ(nearest_stretch_distance(U"abcd", U"xxabdxx"), 1);
  EXPECT_EQ(nearest_stretch_distance(U"abcd", U"xxabXcdxx"), 1);
  EXPECT_EQ(nearest_stretch_distance(U"abcd", U""), 4);
  EXPECT_EQ(nearest_stretch_distance(U"", U"abc"), 0);
}

TEST(Truth, SplitsALineAtWhatNeedNotBeRead) {
  const Truth truth = parse_truth("ngày {{17}} tháng {{1\nhết\n");
  ASSERT_EQ(truth.lines.size(), 3U);
  EXPECT_EQ(truth.lines[0], U"ngày");
  EXPECT_EQ(truth.lines[1], U"tháng");
  EXPECT_EQ(truth.lines[2], U"hết");
  EXPECT_EQ(truth.optional, "17\n1\n");
}

TEST(QualityReport, GathersPagesOfAKindUnderEachEngine) {
  const Score half = score_page("một hai", "một");
  const Score whole = score_page("một hai", "một hai");
  const Json json = json_of(rows_by_kind({{"sohoa", "scan", "a", half},
                                          {"sohoa", "scan", "b", whole},
                                          {"tesseract", "scan", "a", half}}));
  EXPECT_EQ(json["sohoa"]["scan"]["word_recall"], 0.75);
  EXPECT_EQ(json["sohoa"]["scan"]["words"], 4);
  EXPECT_EQ(json["tesseract"]["scan"]["word_recall"], 0.5);
  EXPECT_EQ(json["tesseract"]["scan"].size(), 7U);
}

}  // namespace
}  // namespace sohoa::test
