#include <gtest/gtest.h>

#include <set>

#include "pipeline/base/digest.h"
#include "pipeline/base/file.h"
#include "pipeline/base/temporary_folder.h"
#include "samples/draw_dossier.h"
#include "samples/quality_set.h"
#include "tests/support/paths.h"

namespace sohoa {

namespace fs = std::filesystem;

namespace {

Json truth_in(const fs::path& file) { return Json::parse(as_text(read_file(file))); }

std::map<std::string, std::string> digests_in(const fs::path& folder) {
  std::map<std::string, std::string> digests;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    digests[fs::relative(entry.path(), folder)] = sha256_of_file(entry.path());
  }
  return digests;
}

/// Every page stands in one file at one place; every page that is not blank in one paper, in order.
void expect_pages_add_up(const Json& truth) {
  std::map<std::string, int> pages_of_file;
  std::set<int> in_papers;
  int blank = 0;
  for (const Json& page : truth["pages"]) {
    EXPECT_EQ(page["file_page"], ++pages_of_file[page["file"]]);
    if (page["blank"]) ++blank;
    EXPECT_EQ(page["blank"].get<bool>(), page["lines"].empty()) << page["number"];
  }
  for (const Json& file : truth["files"]) {
    EXPECT_EQ(file["pages"], pages_of_file[file["name"]]) << file["name"];
  }
  int last = 0;
  for (const Json& paper : truth["papers"]) {
    EXPECT_FALSE(paper["pages"].empty());
    for (const int number : paper["pages"]) {
      EXPECT_GT(number, last);
      last = number;
      in_papers.insert(number);
    }
  }
  EXPECT_EQ(in_papers.size() + blank, truth["pages"].size());
}

void expect_boxes_inside(const Json& page) {
  for (const Json& line : page["lines"]) {
    for (const Json& word : line["words"]) {
      const Json& box = word["box"];
      EXPECT_GE(box[0], 0);
      EXPECT_GE(box[1], 0);
      EXPECT_LE(box[2], page["width"]);
      EXPECT_LE(box[3], page["height"]);
      EXPECT_LT(box[0], box[2]) << word["text"];
      EXPECT_LT(box[1], box[3]) << word["text"];
    }
  }
}

}  // namespace

TEST(Dossier, IsDrawnToTheSameBytesAgain) {
  const TemporaryFolder once, again;
  const PlannedDossier& plan = planned_dossier("ket-hon");
  draw_dossier(plan, plan.seed, once.path());
  draw_dossier(plan, plan.seed, again.path());
  EXPECT_EQ(digests_in(once.path()), digests_in(again.path()));
}

TEST(Dossier, PagesOfAStackWithBlankBacksAddUp) {
  const TemporaryFolder folder;
  const PlannedDossier& plan = planned_dossier("ho-kinh-doanh");
  const Json truth = draw_dossier(plan, plan.seed, folder.path());
  expect_pages_add_up(truth);
  EXPECT_EQ(truth, truth_in(folder.path() / "truth" / "ho-kinh-doanh.json"));
}

TEST(CommittedSamples, MatchTheirTruthAndStaySmall) {
  const fs::path samples = test::source_folder() / "samples";
  std::uintmax_t bytes = 0;
  for (const PlannedDossier& plan : planned_dossiers()) {
    SCOPED_TRACE(plan.name);
    const Json truth = truth_in(samples / "truth" / (std::string(plan.name) + ".json"));
    EXPECT_EQ(truth["schema"], "sohoa.samples.truth/1");
    EXPECT_EQ(truth["seed"], plan.seed);
    expect_pages_add_up(truth);
    for (const Json& page : truth["pages"]) expect_boxes_inside(page);
    std::set<std::string> named;
    for (const Json& file : truth["files"]) named.insert(file["name"]);
    const auto present = digests_in(samples / "dossiers" / plan.name);
    for (const auto& [name, digest] : present) {
      EXPECT_TRUE(named.count(name)) << name;
      bytes += fs::file_size(samples / "dossiers" / plan.name / name);
    }
    EXPECT_EQ(present.size(), named.size());
  }
  EXPECT_LT(bytes, 15'000'000u);
}

TEST(QualitySet, NamesFilesThatAreThere) {
  const TemporaryFolder folder;
  write_quality_set(folder.path(), 3, 1);
  std::istringstream rows(std::string(as_text(read_file(folder.path() / "manifest.tsv"))));
  std::string row;
  std::getline(rows, row);
  EXPECT_EQ(row, "id\tpdf\tdpi\tmode\tkind\ttruth\tboxes");
  int count = 0;
  while (std::getline(rows, row)) {
    ++count;
    std::istringstream columns(row);
    std::string id, pdf, dpi, mode, kind, truth, boxes;
    for (std::string* column : {&id, &pdf, &dpi, &mode, &kind, &truth, &boxes}) {
      std::getline(columns, *column, '\t');
    }
    EXPECT_TRUE(fs::exists(folder.path() / pdf)) << pdf;
    EXPECT_GT(fs::file_size(folder.path() / truth), 200u) << truth;
    EXPECT_TRUE(fs::exists(folder.path() / boxes)) << boxes;
    EXPECT_EQ(kind.rfind("generated ", 0), 0u) << kind;
  }
  EXPECT_GE(count, 13);
}

}  // namespace sohoa
