#include "tests/quality/dossiers/field_score.h"

#include <gtest/gtest.h>

#include "tests/quality/dossiers/made_up.h"

namespace sohoa::test {
namespace {

const DossierTruth kTruth{"a",
                          {true_paper("quyet-dinh", {1, 2},
                                      {{"so_ky_hieu", "47/QĐ-UBND", false},
                                       {"ngay_ban_hanh", "2026-03-14", false},
                                       {"nguoi_ky", "Lê Văn Thử", false},
                                       {"so_den", "112", true}})},
                          {}};

FieldScore score_of(std::vector<Field> fields) {
  Dossier read;
  read.papers = {read_paper("quyet-dinh", {1, 2}, std::move(fields))};
  return score_fields(field_outcomes(kTruth, read));
}

Field normalized_field(const std::string& name, const std::string& value,
                       const std::string& normalized) {
  Field field = sure_field(name, value);
  field.normalized = normalized;
  return field;
}

TEST(FieldScore, ComparesTheNormalizedValueWhereThereIsOne) {
  const FieldScore score =
      score_of({normalized_field("ngay_ban_hanh", "14 tháng 3 năm 2026", "2026-03-14"),
                sure_field("so_ky_hieu", "47/QĐ-UBND")});
  EXPECT_EQ(score.by_name.at("ngay_ban_hanh").exact, 1);
  EXPECT_EQ(score.by_name.at("so_ky_hieu").exact, 1);
  EXPECT_EQ(score_of({sure_field("ngay_ban_hanh", "14/3/2026")}).by_name.at("ngay_ban_hanh").wrong,
            1);
}

TEST(FieldScore, ReportsCaseApart) {
  const FieldCounts counts =
      score_of({sure_field("nguoi_ky", "LÊ VĂN THỬ")}).by_name.at("nguoi_ky");
  EXPECT_EQ(counts.exact, 0);
  EXPECT_EQ(counts.without_case, 1);
  EXPECT_EQ(counts.wrong, 1);
}

TEST(FieldScore, TakesDecomposedLettersForTheSame) {
  const FieldScore score = score_of({sure_field("nguoi_ky", "Le\u0302 Va\u0306n Thu\u031b\u0309")});
  EXPECT_EQ(score.by_name.at("nguoi_ky").exact, 1);
}

TEST(FieldScore, WhatTheRecordLacksIsAMiss) {
  const FieldScore score = score_of({sure_field("so_ky_hieu", "48/QĐ-UBND"),
                                     doubted_field("nguoi_ky", "", FieldDoubt::kNotFound)});
  const FieldCounts total = score.total();
  EXPECT_EQ(total.truth, 4);
  EXPECT_EQ(total.exact, 0);
  EXPECT_EQ(total.wrong, 1);
  EXPECT_EQ(total.missed, 3);
}

TEST(FieldScore, WhatTheTruthLacksIsCountedApart) {
  const FieldScore score = score_of(
      {sure_field("so_ky_hieu", "47/QĐ-UBND"), sure_field("so_ky_hieu", "48/QĐ-UBND"),
       sure_field("trich_yeu", "Về việc thử"), doubted_field("ho_ten", "", FieldDoubt::kNotFound)});
  EXPECT_EQ(score.not_in_truth_total(), 2);
  EXPECT_EQ(score.not_in_truth.at("so_ky_hieu"), 1);
  EXPECT_EQ(score.not_in_truth.count("ho_ten"), 0U);
  EXPECT_EQ(score.by_name.at("so_ky_hieu").exact, 1);
}

TEST(FieldScore, KeepsPrintPenQrAndMrzApart) {
  Field qr = sure_field("so_ky_hieu", "47/QĐ-UBND");
  qr.method = FieldMethod::kQr;
  Field mrz = sure_field("nguoi_ky", "Lê Văn Sai");
  mrz.method = FieldMethod::kMrz;
  Field hand = doubted_field("so_den", "112", FieldDoubt::kLowConfidence);
  hand.by_hand = true;
  const FieldScore score = score_of({qr, mrz, hand});
  EXPECT_EQ(score.by_group.at(FieldGroup::kQr).exact, 1);
  EXPECT_EQ(score.by_group.at(FieldGroup::kMrz).wrong, 1);
  EXPECT_EQ(score.by_group.at(FieldGroup::kByHand).exact, 1);
  EXPECT_EQ(score.by_group.at(FieldGroup::kPrinted).missed, 1);
}

TEST(FieldScore, HandwritingIsFlaggedOrAtLeastDoubted) {
  Field flagged = doubted_field("so_den", "", FieldDoubt::kNotFound);
  flagged.by_hand = true;
  EXPECT_EQ(score_of({flagged}).hand_flagged, 1);
  EXPECT_EQ(score_of({flagged}).hand_as_print, 0);
  const FieldScore doubted = score_of({doubted_field("so_den", "11", FieldDoubt::kLowConfidence)});
  EXPECT_EQ(doubted.by_hand, 1);
  EXPECT_EQ(doubted.hand_flagged, 0);
  EXPECT_EQ(doubted.hand_as_print, 0);
}

TEST(FieldScore, HandwritingTakenAsPrintIsCountedEvenWhereItIsRight) {
  EXPECT_EQ(score_of({sure_field("so_den", "112")}).hand_as_print, 1);
  EXPECT_EQ(score_of({sure_field("so_den", "11")}).hand_as_print, 1);
}

TEST(FieldScore, FieldsOfAnotherPaperDoNotCount) {
  Dossier read;
  read.papers = {read_paper("quyet-dinh", {1}),
                 read_paper("", {2}, {sure_field("nguoi_ky", "Lê Văn Thử")})};
  const FieldScore score = score_fields(field_outcomes(kTruth, read));
  EXPECT_EQ(score.by_name.at("nguoi_ky").missed, 1);
  EXPECT_EQ(score.not_in_truth.at("nguoi_ky"), 1);
}

TEST(FieldScore, OfMergedPapersGivesEachValueOnce) {
  const DossierTruth two{"a",
                         {true_paper("x", {1}, {{"nguoi_ky", "Một", false}}),
                          true_paper("y", {2}, {{"nguoi_ky", "Hai", false}})},
                         {}};
  Dossier merged;
  merged.papers = {read_paper("x", {1, 2}, {sure_field("nguoi_ky", "Hai")})};
  const FieldScore score = score_fields(field_outcomes(two, merged));
  EXPECT_EQ(score.total().exact, 1);
  EXPECT_EQ(score.total().missed, 1);
  EXPECT_EQ(score.not_in_truth_total(), 0);
}

TEST(FieldScore, TellsValuesOfUnknownPapersToo) {
  DossierTruth truth = kTruth;
  truth.papers.push_back(unknown_paper("thu", {3}));
  truth.papers.back().values = {{"nguoi_ky", "Một", false}, {"ten_giay_to", "Thư", false}};
  Dossier read;
  read.papers = {read_paper("", {3}, {sure_field("ten_giay_to", "Thư")})};
  const FieldScore score = score_fields(field_outcomes(truth, read));
  EXPECT_EQ(score.of_unknown_papers.truth, 2);
  EXPECT_EQ(score.of_unknown_papers.exact, 1);
  EXPECT_EQ(score.total().truth, 6);
}

TEST(FieldScore, OfNoRecordIsAllMisses) {
  const FieldScore score = score_fields(field_outcomes(kTruth, {}));
  EXPECT_EQ(score.total().missed, 4);
  EXPECT_EQ(score.by_hand, 1);
}

TEST(FieldScore, OfDossiersAddsUp) {
  FieldScore sum = score_of({sure_field("so_ky_hieu", "47/QĐ-UBND"), sure_field("so_den", "1")});
  sum += score_of({sure_field("so_ky_hieu", "x"), sure_field("la", "x")});
  EXPECT_EQ(sum.by_name.at("so_ky_hieu").truth, 2);
  EXPECT_EQ(sum.by_name.at("so_ky_hieu").exact, 1);
  EXPECT_EQ(sum.hand_as_print, 1);
  EXPECT_EQ(sum.by_hand, 2);
  EXPECT_EQ(sum.not_in_truth_total(), 1);
}

}  // namespace
}  // namespace sohoa::test
