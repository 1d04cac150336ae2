#include "tests/quality/dossiers/dossier_truth.h"

#include <gtest/gtest.h>

#include "pipeline/base/error.h"
#include "tests/quality/dossiers/made_up.h"
#include "tests/support/paths.h"

namespace sohoa::test {
namespace {

Json page_of(int number, Json more = Json::object()) {
  Json page = {{"number", number}, {"lines", Json::array()}, {"fields", Json::array()}};
  page.update(more);
  return page;
}

Json truth_of(Json papers, Json pages) {
  return {{"schema", "sohoa.samples.truth/1"}, {"papers", papers}, {"pages", pages}};
}

TEST(DossierTruth, TellsWhyAPageStandsInNoPaper) {
  const DossierTruth truth = dossier_truth_from(
      truth_of({{{"kind", "x"}, {"pages", {1}}}},
               {page_of(1, {{"role", "content"}}), page_of(2, {{"role", "blank"}}),
                page_of(3, {{"role", "separator"}}), page_of(4, {{"role", "duplicate"}}),
                page_of(5), page_of(6, {{"role", "with-note"}})}),
      "a");
  EXPECT_EQ(truth.aside, (std::map<int, SetAside>{{2, SetAside::kBlank},
                                                  {3, SetAside::kSeparator},
                                                  {4, SetAside::kDuplicate},
                                                  {5, SetAside::kBlank}}));
  EXPECT_EQ(truth.notes, std::set<int>{6});
}

TEST(DossierTruth, LetsCapturesWithANoteStandAnywhere) {
  DossierTruth truth;
  truth.notes = {1, 4};
  Dossier read;
  read.papers = {read_paper("x", {1, 2, 3}), read_paper("y", {4})};
  const Dossier left = without_notes(read, truth);
  ASSERT_EQ(left.papers.size(), 1U);
  EXPECT_EQ(left.papers[0].pages, (std::vector<int>{2, 3}));
}

TEST(DossierTruth, KnowsWhichFieldsAreByHand) {
  const Json word = {{"text", "112"}, {"ink", "hand"}, {"field", "so_den"}};
  const Json print = {{"text", "47"}, {"ink", "print"}, {"field", "so_ky_hieu"}};
  const Json lines = {{{"words", {word, print}}}};
  const Json fields = {{{"name", "so_den"}, {"value", "112"}},
                       {{"name", "so_ky_hieu"}, {"value", "47"}}};
  const DossierTruth truth = dossier_truth_from(
      truth_of(
          {{{"kind", "x"}, {"pages", {1, 2}}, {"known", false}}},
          {page_of(1, {{"lines", lines}, {"fields", fields}}), page_of(2, {{"fields", fields}})}),
      "a");
  ASSERT_EQ(truth.papers.size(), 1U);
  EXPECT_FALSE(truth.papers[0].known);
  ASSERT_EQ(truth.papers[0].values.size(), 2U) << "the same value on two pages is one";
  EXPECT_TRUE(truth.papers[0].values[0].by_hand);
  EXPECT_FALSE(truth.papers[0].values[1].by_hand);
}

TEST(DossierTruth, NamesWhatIsNotAsItMustBe) {
  EXPECT_THROW(dossier_truth_from({{"schema", "sohoa.record/1"}}, "a"), Error);
  EXPECT_THROW(dossier_truth_from(truth_of({{{"kind", "x"}, {"pages", {7}}}}, {page_of(1)}), "a"),
               Error);
}

TEST(DossierTruth, OfTheSpecimensIsUnderstood) {
  const DossierTruth truth =
      read_dossier_truth(source_folder() / "samples" / "truth" / "khai-sinh.json");
  EXPECT_EQ(truth.name, "khai-sinh");
  EXPECT_EQ(truth.papers.front().kind, "to-khai-khai-sinh");
  EXPECT_EQ(truth.aside.at(2), SetAside::kBlank);
}

}  // namespace
}  // namespace sohoa::test
