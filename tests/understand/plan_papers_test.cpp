#include <gtest/gtest.h>

#include "pipeline/understand/paper_plan.h"

namespace sohoa {
namespace {

TEST(PlanPapers, FileOfManyPagesIsOnePaper) {
  const std::vector<PaperPlan> papers = plan_papers({{"hs/Tờ khai.pdf", 3, false}});
  ASSERT_EQ(papers.size(), 1u);
  EXPECT_EQ(papers[0].title, "Tờ khai");
  ASSERT_EQ(papers[0].pages.size(), 3u);
  EXPECT_EQ(papers[0].pages[2].file, "hs/Tờ khai.pdf");
  EXPECT_EQ(papers[0].pages[2].number, 3);
}

TEST(PlanPapers, ImagesOfOneFolderAreThePagesOfOnePaper) {
  const std::vector<PaperPlan> papers = plan_papers(
      {{"hs/don/1.jpg", 1, true}, {"hs/don/2.jpg", 1, true}, {"hs/anh/1.jpg", 1, true}});
  ASSERT_EQ(papers.size(), 2u);
  EXPECT_EQ(papers[0].title, "don");
  EXPECT_EQ(papers[0].pages.size(), 2u);
  EXPECT_EQ(papers[1].title, "anh");
}

TEST(PlanPapers, FileBetweenImagesPartsThem) {
  const std::vector<PaperPlan> papers =
      plan_papers({{"hs/1.jpg", 1, true}, {"hs/2.pdf", 2, false}, {"hs/3.jpg", 1, true}});
  ASSERT_EQ(papers.size(), 3u);
  EXPECT_EQ(papers[0].title, "hs");
  EXPECT_EQ(papers[1].title, "2");
  EXPECT_EQ(papers[2].title, "hs");
}

TEST(PlanPapers, LooseImageIsNamedAfterItself) {
  EXPECT_EQ(plan_papers({{"giấy khai sinh.jpg", 1, true}})[0].title, "giấy khai sinh");
}

TEST(PlanPapers, NothingGivesNothing) { EXPECT_TRUE(plan_papers({}).empty()); }

TEST(PaperNames, AreFitForFilesAndEachThereOnce) {
  PaperNames names;
  EXPECT_EQ(names.next("Quyết định"), "quyet-dinh");
  EXPECT_EQ(names.next("quyet-dinh"), "quyet-dinh-2") << "file names in a package are unique";
  EXPECT_EQ(names.next("Quyết định"), "quyet-dinh-3");
  EXPECT_EQ(names.next("Quyết định 2"), "quyet-dinh-2-2");
  EXPECT_EQ(names.next("…"), "giay-to");
}

TEST(DossierName, IsThatOfTheFileOrOfTheFolderOfAll) {
  EXPECT_EQ(dossier_name({"hs/Tờ khai.pdf"}), "Tờ khai");
  EXPECT_EQ(dossier_name({"hs 12/a.jpg", "hs 12/b/c.jpg"}), "hs 12");
  EXPECT_EQ(dossier_name({"a/hs/x/1.jpg", "a/hs/y/2.jpg"}), "hs");
  EXPECT_EQ(dossier_name({"1.jpg", "2.jpg"}), "1");
  EXPECT_EQ(dossier_name({"../1.jpg", "../2.jpg"}), "1");
  EXPECT_EQ(dossier_name({"/1.jpg", "/2.jpg"}), "1");
  EXPECT_EQ(dossier_name({"-"}), "ho-so");
  EXPECT_EQ(dossier_name({}), "ho-so");
}

TEST(FileStem, TakesMarksAndPunctuationOff) {
  EXPECT_EQ(file_stem("Đơn đề nghị (bản 2)"), "don-de-nghi-ban-2");
}

TEST(FileStem, OfNothingUsableIsAPaper) { EXPECT_EQ(file_stem("…/…"), "giay-to"); }

TEST(FileStem, IsBounded) { EXPECT_LE(file_stem(std::string(500, 'a')).size(), 60u); }

TEST(FileStem, NeverLeavesTheFolder) { EXPECT_EQ(file_stem("../../etc/passwd"), "etc-passwd"); }

}  // namespace
}  // namespace sohoa
