#include "tests/quality/dossiers/acceptance.h"

#include <gtest/gtest.h>

#include "tests/quality/dossiers/made_up.h"

namespace sohoa::test {
namespace {

/// `right` and `wrong` fields of a confidence, all without doubt.
std::vector<FieldOutcome> fields_of(int right, int wrong, double confidence) {
  DossierTruth truth{"a", {true_paper("x", {1})}, {}};
  Paper paper = read_paper("x", {1});
  for (int i = 0; i < right + wrong; ++i) {
    const std::string name = "f" + std::to_string(i);
    truth.papers[0].values.push_back({name, "đúng", false});
    paper.fields.push_back(sure_field(name, i < right ? "đúng" : "sai", confidence));
  }
  Dossier read;
  read.papers = {paper};
  return field_outcomes(truth, read);
}

std::vector<FieldOutcome> joined(std::vector<FieldOutcome> a, const std::vector<FieldOutcome>& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

TEST(Acceptance, IsOfConfidentFieldsAndTheirErrors) {
  const auto fields = joined(fields_of(3, 0, 0.9), fields_of(1, 1, 0.5));
  const Acceptance all = accept_at(fields, 0.5);
  EXPECT_DOUBLE_EQ(all.accepted_share(), 1);
  EXPECT_DOUBLE_EQ(all.error_share(), 0.2);
  const Acceptance some = accept_at(fields, 0.51);
  EXPECT_DOUBLE_EQ(some.accepted_share(), 0.6);
  EXPECT_DOUBLE_EQ(some.error_share(), 0);
}

TEST(Acceptance, TakesNothingThatIsDoubtedOrByHandOrMissed) {
  std::vector<FieldOutcome> fields = fields_of(4, 0, 0.9);
  fields[0].read->doubt = FieldDoubt::kPatternNotMet;
  fields[1].read->by_hand = true;
  fields[2].read.reset();
  const Acceptance result = accept_at(fields, 0);
  EXPECT_EQ(result.fields, 4);
  EXPECT_EQ(result.accepted, 1);
}

TEST(Acceptance, CountsWhatTheTruthLacksApart) {
  std::vector<FieldOutcome> fields = fields_of(1, 0, 0.9);
  fields.push_back({"x", "thua", std::nullopt, sure_field("thua", "x"), FieldGroup::kPrinted, true,
                    false, false});
  const Acceptance result = accept_at(fields, 0);
  EXPECT_EQ(result.fields, 1);
  EXPECT_EQ(result.accepted, 1);
  EXPECT_EQ(result.errors, 0);
  EXPECT_EQ(result.not_in_truth, 1);
}

TEST(Acceptance, ChoosesTheLowestThresholdWithFewErrors) {
  const auto fields = joined(fields_of(500, 1, 0.9), fields_of(90, 10, 0.6));
  const auto chosen = lowest_acceptance(fields);
  ASSERT_TRUE(chosen);
  EXPECT_DOUBLE_EQ(chosen->threshold, 0.61);
  EXPECT_EQ(chosen->accepted, 501);
}

TEST(Acceptance, ChoosesNoneWhereErrorsAreAmongTheSurest) {
  EXPECT_FALSE(lowest_acceptance(fields_of(10, 1, 1.0)));
  EXPECT_FALSE(lowest_acceptance({}));
}

TEST(StraightThrough, IsChosenOnOneHalfAndReportedOnTheOther) {
  const auto dossier = [](const std::string& name, const std::string& value, double confidence) {
    Dossier read;
    read.papers = {read_paper("x", {1}, {sure_field("ho_ten", value, confidence)})};
    return ReadDossier{
        {name, {true_paper("x", {1}, {{"ho_ten", "đúng", false}})}, {}}, read, false};
  };
  // By name: a and c choose, b and d are held out.
  const StraightThrough result =
      straight_through({dossier("d", "sai", 0.8), dossier("a", "sai", 0.5),
                        dossier("c", "đúng", 0.7), dossier("b", "đúng", 0.9)});
  ASSERT_TRUE(result.chosen && result.held_out);
  EXPECT_DOUBLE_EQ(result.chosen->threshold, 0.51);
  EXPECT_EQ(result.chosen->accepted, 1);
  EXPECT_EQ(result.held_out->accepted, 2);
  EXPECT_EQ(result.held_out->errors, 1);
  EXPECT_EQ(result.curve.size(), 101U);
  EXPECT_EQ(result.curve.front().accepted, 4);
}

}  // namespace
}  // namespace sohoa::test
