#include "tests/quality/dossiers/kind_score.h"

#include <gtest/gtest.h>

#include "tests/quality/dossiers/made_up.h"

namespace sohoa::test {
namespace {

const DossierTruth kTruth{
    "a",
    {true_paper("to-khai", {1, 2}), true_paper("quyet-dinh", {3}), unknown_paper("thu", {4})},
    {}};

Dossier read_as(const std::string& first, const std::string& second, const std::string& third) {
  Dossier dossier;
  dossier.papers = {read_paper(first, {1, 2}), read_paper(second, {3}), read_paper(third, {4})};
  return dossier;
}

TEST(KindScore, OfRightKindsIsFull) {
  const KindScore score = score_kinds(kTruth, read_as("to-khai", "quyet-dinh", ""));
  EXPECT_DOUBLE_EQ(score.accuracy(), 1);
  EXPECT_DOUBLE_EQ(score.unknown_recall(), 1);
  EXPECT_EQ(score.known_denied, 0);
  EXPECT_TRUE(score.confusions.empty());
}

TEST(KindScore, TellsAWrongKindFromADeniedOne) {
  const KindScore score = score_kinds(kTruth, read_as("quyet-dinh", "", ""));
  EXPECT_DOUBLE_EQ(score.accuracy(), 0);
  EXPECT_EQ(score.known_denied, 1);
  EXPECT_EQ(score.confusions.at({"to-khai", "quyet-dinh"}), 1);
  EXPECT_EQ(score.confusions.at({"quyet-dinh", "unknown"}), 1);
}

TEST(KindScore, AKindGivenToAnUnknownPaperCostsItsRecall) {
  const KindScore score = score_kinds(kTruth, read_as("to-khai", "quyet-dinh", "to-khai"));
  EXPECT_DOUBLE_EQ(score.accuracy(), 1);
  EXPECT_DOUBLE_EQ(score.unknown_recall(), 0);
  EXPECT_EQ(score.confusions.at({"thu", "to-khai"}), 1);
}

TEST(KindScore, APaperIsHeldAgainstTheOneThatHasItsFirstPage) {
  Dossier merged;
  merged.papers = {read_paper("to-khai", {1, 2, 3}), read_paper("", {4})};
  const KindScore score = score_kinds(kTruth, merged);
  EXPECT_EQ(score.known_right, 1);
  EXPECT_EQ(score.confusions.at({"quyet-dinh", "to-khai"}), 1);
}

TEST(KindScore, APaperWhoseFirstPageIsNowhereIsNeitherRightNorUnknown) {
  Dossier lost;
  lost.papers = {read_paper("to-khai", {2})};
  const KindScore score = score_kinds(kTruth, lost);
  EXPECT_EQ(score.known_right, 0);
  EXPECT_EQ(score.known_denied, 0);
  EXPECT_EQ(score.unknown_right, 0);
  EXPECT_EQ(score.confusions.at({"to-khai", "no paper"}), 1);
}

TEST(KindScore, OfDossiersAddsUp) {
  KindScore sum = score_kinds(kTruth, read_as("quyet-dinh", "quyet-dinh", ""));
  sum += score_kinds(kTruth, read_as("quyet-dinh", "quyet-dinh", "to-khai"));
  EXPECT_DOUBLE_EQ(sum.accuracy(), 0.5);
  EXPECT_DOUBLE_EQ(sum.unknown_recall(), 0.5);
  EXPECT_EQ(sum.confusions.at({"to-khai", "quyet-dinh"}), 2);
}

}  // namespace
}  // namespace sohoa::test
