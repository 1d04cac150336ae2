#include <gtest/gtest.h>

#include "pipeline/base/atomic_file.h"
#include "pipeline/base/error.h"
#include "pipeline/base/temporary_folder.h"
#include "tests/quality/dossiers/dossier_errors.h"
#include "tests/quality/dossiers/dossier_json.h"
#include "tests/quality/dossiers/dossier_table.h"
#include "tests/quality/dossiers/made_up.h"
#include "tests/quality/dossiers/read_dossiers.h"

namespace sohoa::test {
namespace {

namespace fs = std::filesystem;

/// One right and one wrong of everything.
ReadDossier mixed_dossier() {
  DossierTruth truth{"a",
                     {true_paper("x", {1}, {{"ho_ten", "Lê Văn Thử", false}, {"so", "1", false}}),
                      true_paper("y", {2, 3})},
                     {{4, SetAside::kBlank}, {5, SetAside::kSeparator}}};
  Dossier read;
  read.papers = {
      read_paper("x", {1}, {sure_field("ho_ten", "Lê Văn Thư", 0.97), sure_field("so", "1")}),
      read_paper("z", {2}), read_paper("", {5})};
  read.pages = {page_aside(3, SetAside::kDuplicate), page_aside(4, SetAside::kBlank)};
  return {truth, read, false};
}

TEST(DossierReport, HasEveryMetricInJson) {
  const std::vector<ReadDossier> dossiers = {mixed_dossier()};
  const Json json = json_of(score_dossiers(dossiers), straight_through(dossiers));
  EXPECT_EQ(json["dossiers"], 1);
  EXPECT_EQ(json["split"]["recall"], 1);
  EXPECT_EQ(json["split"]["precision"], 0.66667);
  EXPECT_EQ(json["kinds"]["accuracy"], 0.5);
  EXPECT_EQ(json["kinds"]["confusions"][0]["read"], "z");
  EXPECT_EQ(json["set_aside"]["content_set_aside"], 1);
  EXPECT_EQ(json["set_aside"]["separator"]["set_aside"], 0);
  EXPECT_EQ(json["set_aside"]["blank"]["set_aside"], 1);
  EXPECT_EQ(json["fields"]["total"]["exact_share"], 0.5);
  EXPECT_EQ(json["fields"]["by_name"]["ho_ten"]["wrong"], 1);
  EXPECT_EQ(json["straight_through"]["curve"][0]["error_share"], 0.5);
  EXPECT_TRUE(json["straight_through"]["chosen"].is_object());
}

TEST(DossierReport, ListsEveryError) {
  EXPECT_EQ(errors_of(mixed_dossier()),
            "a: page 5: the record has a cut, and no paper begins here\n"
            "a: page 2: y called z\n"
            "a: page 3: belongs to a paper, and was SET ASIDE\n"
            "a: page 5: separator, and was not set aside\n"
            "a: x ho_ten [printed]: 'Lê Văn Thử' read as 'Lê Văn Thư', confidence 0.97, none\n");
}

TEST(DossierReport, ListsNothingWhereAllIsRight) {
  Dossier read;
  read.papers = {read_paper("x", {1})};
  EXPECT_EQ(errors_of({{"a", {true_paper("x", {1})}, {}}, read, false}), "");
}

TEST(DossierReport, SaysThatADossierFailed) {
  ReadDossier failed = mixed_dossier();
  failed.read = {};
  failed.failed = true;
  EXPECT_EQ(errors_of(failed), "a: FAILED\n");
  EXPECT_NE(table_of(score_dossiers({failed}), straight_through({failed})).find("1 of them FAILED"),
            std::string::npos);
}

TEST(FindDossiers, PairsScansWithTheirTruth) {
  const TemporaryFolder folder;
  EXPECT_TRUE(find_dossiers(folder.path()).empty());
  for (const char* name : {"dossiers/b", "dossiers/a.b", "dossiers/no-truth", "truth"}) {
    fs::create_directories(folder.path() / name);
  }
  write_file(folder.path() / "truth/b.json", as_bytes("{}"));
  write_file(folder.path() / "truth/a.b.json", as_bytes("{}"));
  const std::vector<DossierCase> cases = find_dossiers(folder.path());
  ASSERT_EQ(cases.size(), 2U);
  EXPECT_EQ(cases[0].scans.filename(), "a.b");
  EXPECT_EQ(cases[1].truth.filename(), "b.json");
}

TEST(FindDossiers, RefusesATruthWithoutScans) {
  const TemporaryFolder folder;
  fs::create_directories(folder.path() / "dossiers");
  fs::create_directories(folder.path() / "truth");
  write_file(folder.path() / "truth/a.json", as_bytes("{}"));
  EXPECT_THROW(find_dossiers(folder.path()), Error);
}

}  // namespace
}  // namespace sohoa::test
