#include "tests/quality/manifest.h"

#include <gtest/gtest.h>

#include "pipeline/base/atomic_file.h"
#include "pipeline/base/error.h"
#include "pipeline/base/temporary_folder.h"

namespace sohoa::test {
namespace {

constexpr char kHeading[] = "id\tpdf\tdpi\tmode\tkind\ttruth\n";

class Manifest : public ::testing::Test {
 protected:
  void put(const std::string& name, const std::string& text) const {
    write_file(folder_.path() / name, as_bytes(text));
  }

  std::vector<ScoredPage> pages() const { return read_manifest(folder_.path()); }

  TemporaryFolder folder_;
};

TEST_F(Manifest, LeavesOutPagesWithoutTruth) {
  put("a.pdf", "%PDF");
  put("a.gt.txt", "một");
  put("manifest.tsv", std::string(kHeading) + "a\ta.pdf\t300\tjpeg\tscan\ta.gt.txt\n" +
                          "b\tb.pdf\t300\tjpeg\tscan, no truth\t\n" +
                          "c\tc.pdf\t300\tjpeg\tscan, no truth\n");
  ASSERT_EQ(pages().size(), 1U);
  EXPECT_EQ(pages()[0].id, "a");
  EXPECT_EQ(pages()[0].dpi, 300);
  EXPECT_EQ(pages()[0].kind, "scan");
  EXPECT_FALSE(pages()[0].born_digital());
}

TEST_F(Manifest, NamesTheRowWithoutItsPdf) {
  put("manifest.tsv", std::string(kHeading) + "a\ta.pdf\t300\tjpeg\tscan\ta.gt.txt\n");
  try {
    pages();
    FAIL() << "a row without its PDF was taken";
  } catch (const Error& error) {
    EXPECT_TRUE(error.subject().ends_with("manifest.tsv line 2")) << error.subject();
  }
}

TEST_F(Manifest, RefusesAResolutionThatIsNone) {
  put("manifest.tsv", std::string(kHeading) + "a\ta.pdf\tx\tjpeg\tscan\ta.gt.txt\n");
  EXPECT_THROW(pages(), Error);
}

TEST_F(Manifest, IsAnInputErrorWhereThereIsNone) {
  try {
    pages();
    FAIL() << "a folder without manifest.tsv was taken";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::kInput);
  }
}

TEST(Halves, AreEveryOtherPageOfAKindById) {
  const auto page = [](const char* id, const char* kind) {
    ScoredPage made;
    made.id = id;
    made.kind = kind;
    return made;
  };
  const std::vector<ScoredPage> pages = {page("b", "scan"), page("x", "fax"), page("a", "scan"),
                                         page("c", "scan"), page("y", "fax")};
  const auto ids = [](const std::vector<ScoredPage>& chosen) {
    std::string all;
    for (const ScoredPage& one : chosen) all += one.id;
    return all;
  };
  EXPECT_EQ(ids(half_of(pages, Half::kDev)), "xac");
  EXPECT_EQ(ids(half_of(pages, Half::kTest)), "by");
}

}  // namespace
}  // namespace sohoa::test
