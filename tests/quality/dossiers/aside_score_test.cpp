#include "tests/quality/dossiers/aside_score.h"

#include <gtest/gtest.h>

#include "tests/quality/dossiers/made_up.h"

namespace sohoa::test {
namespace {

const DossierTruth kTruth{
    "a",
    {true_paper("x", {1, 3})},
    {{2, SetAside::kBlank}, {4, SetAside::kSeparator}, {5, SetAside::kDuplicate}}};

TEST(AsideScore, CountsEachReasonApart) {
  Dossier read;
  read.pages = {page_aside(2, SetAside::kBlank), page_aside(4, SetAside::kSeparator)};
  const AsideScore score = score_aside(kTruth, read);
  EXPECT_EQ(score.by_reason.at(SetAside::kBlank).right_reason, 1);
  EXPECT_EQ(score.by_reason.at(SetAside::kSeparator).right_reason, 1);
  EXPECT_EQ(score.by_reason.at(SetAside::kDuplicate).all, 1);
  EXPECT_EQ(score.by_reason.at(SetAside::kDuplicate).set_aside, 0);
  EXPECT_EQ(aside_kept(kTruth, read), std::vector<int>{5});
}

TEST(AsideScore, AnotherReasonIsNotTheRightOne) {
  Dossier read;
  read.pages = {page_aside(4, SetAside::kBlank)};
  const AsideScore score = score_aside(kTruth, read);
  EXPECT_EQ(score.by_reason.at(SetAside::kSeparator).set_aside, 1);
  EXPECT_EQ(score.by_reason.at(SetAside::kSeparator).right_reason, 0);
}

TEST(AsideScore, APageOfAPaperSetAsideIsLost) {
  Dossier read;
  read.pages = {page_aside(3, SetAside::kDuplicate), page_aside(2, SetAside::kBlank)};
  const AsideScore score = score_aside(kTruth, read);
  EXPECT_EQ(score.content, 2);
  EXPECT_EQ(score.content_lost, 1);
  EXPECT_EQ(content_set_aside(kTruth, read), std::vector<int>{3});
}

TEST(AsideScore, OfDossiersAddsUp) {
  Dossier read;
  read.pages = {page_aside(1, SetAside::kBlank), page_aside(2, SetAside::kBlank)};
  AsideScore sum = score_aside(kTruth, read);
  sum += score_aside(kTruth, {});
  EXPECT_EQ(sum.content, 4);
  EXPECT_EQ(sum.content_lost, 1);
  EXPECT_EQ(sum.by_reason.at(SetAside::kBlank).all, 2);
  EXPECT_EQ(sum.by_reason.at(SetAside::kBlank).set_aside, 1);
}

}  // namespace
}  // namespace sohoa::test
