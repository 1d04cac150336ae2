#include "tests/quality/dossiers/split_score.h"

#include <gtest/gtest.h>

#include "tests/quality/dossiers/made_up.h"

namespace sohoa::test {
namespace {

const DossierTruth kTruth{
    "a", {true_paper("x", {1, 2}), true_paper("y", {3}), true_paper("z", {5, 6})}, {}};

Dossier cut_at(std::vector<std::vector<int>> papers) {
  Dossier dossier;
  for (std::vector<int>& pages : papers) dossier.papers.push_back(read_paper("", std::move(pages)));
  return dossier;
}

TEST(SplitScore, OfTheSamePapersIsFull) {
  const SplitScore score = score_split(kTruth, cut_at({{1, 2}, {3}, {5, 6}}));
  EXPECT_DOUBLE_EQ(score.precision(), 1);
  EXPECT_DOUBLE_EQ(score.recall(), 1);
  EXPECT_DOUBLE_EQ(score.f1(), 1);
  EXPECT_DOUBLE_EQ(score.exact(), 1);
}

TEST(SplitScore, AMissedCutCostsRecallAndTwoPapers) {
  const SplitScore score = score_split(kTruth, cut_at({{1, 2, 3}, {5, 6}}));
  EXPECT_DOUBLE_EQ(score.precision(), 1);
  EXPECT_DOUBLE_EQ(score.recall(), 2.0 / 3);
  EXPECT_DOUBLE_EQ(score.f1(), 0.8);
  EXPECT_DOUBLE_EQ(score.exact(), 1.0 / 3);
}

TEST(SplitScore, AFalseCutCostsPrecisionAndOnePaper) {
  const SplitScore score = score_split(kTruth, cut_at({{1}, {2}, {3}, {5, 6}}));
  EXPECT_DOUBLE_EQ(score.precision(), 0.75);
  EXPECT_DOUBLE_EQ(score.recall(), 1);
  EXPECT_DOUBLE_EQ(score.exact(), 2.0 / 3);
}

TEST(SplitScore, APageLostFromAPaperMakesItInexact) {
  const SplitScore score = score_split(kTruth, cut_at({{1}, {3}, {5, 6}}));
  EXPECT_DOUBLE_EQ(score.f1(), 1);
  EXPECT_DOUBLE_EQ(score.exact(), 2.0 / 3);
}

TEST(SplitScore, OfNothingReadIsNothing) {
  const SplitScore score = score_split(kTruth, {});
  EXPECT_DOUBLE_EQ(score.precision(), 0);
  EXPECT_DOUBLE_EQ(score.recall(), 0);
  EXPECT_DOUBLE_EQ(score.f1(), 0);
}

TEST(SplitScore, OfDossiersAddsUp) {
  SplitScore sum = score_split(kTruth, cut_at({{1, 2}, {3}, {5, 6}}));
  sum += score_split(kTruth, {});
  EXPECT_DOUBLE_EQ(sum.recall(), 0.5);
  EXPECT_DOUBLE_EQ(sum.exact(), 0.5);
}

TEST(SplitScore, WrongCutsAreNamedByTheirPages) {
  const std::vector<WrongCut> wrong = wrong_cuts(kTruth, cut_at({{1}, {2, 3}, {5, 6}}));
  ASSERT_EQ(wrong.size(), 2U);
  EXPECT_EQ(wrong[0].page, 2);
  EXPECT_FALSE(wrong[0].missed);
  EXPECT_EQ(wrong[1].page, 3);
  EXPECT_TRUE(wrong[1].missed);
}

}  // namespace
}  // namespace sohoa::test
