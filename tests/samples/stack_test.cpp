#include "samples/stacks/stack.h"

#include <gtest/gtest.h>

#include <set>

#include "pipeline/base/digest.h"
#include "pipeline/base/file.h"
#include "pipeline/base/temporary_folder.h"
#include "samples/stacks/code39.h"
#include "samples/stacks/separator.h"
#include "samples/stacks/stack_plan.h"
#include "samples/stacks/stack_set.h"

namespace sohoa {

namespace fs = std::filesystem;

namespace {

constexpr double kCoarseDpi = 50;

std::map<std::string, std::string> digests_in(const fs::path& folder) {
  std::map<std::string, std::string> digests;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    digests[fs::relative(entry.path(), folder)] = sha256_of_file(entry.path());
  }
  return digests;
}

}  // namespace

TEST(Stacks, AreTheSameBytesForTheSameSeed) {
  const TemporaryFolder once, again;
  write_stack_set({once.path(), 5, 2, 1, kCoarseDpi});
  write_stack_set({again.path(), 5, 2, 1, kCoarseDpi});
  EXPECT_EQ(digests_in(once.path()), digests_in(again.path()));
  EXPECT_EQ(digests_in(once.path()).size(), 4u);
}

TEST(Stacks, AccountForEveryPage) {
  const TemporaryFolder folder;
  write_stack_set({folder.path(), 6, 6, 1, kCoarseDpi});
  for (const auto& entry : fs::directory_iterator(folder.path() / "truth")) {
    const Json truth = Json::parse(as_text(read_file(entry.path())));
    SCOPED_TRACE(truth["name"]);
    const std::size_t count = truth["pages"].size();
    EXPECT_GE(count, kStackPagesMin);
    EXPECT_LE(count, kStackPagesMax);
    EXPECT_EQ(truth["files"][0]["pages"], count);
    std::size_t of_papers = 0, content = 0;
    for (const Json& paper : truth["papers"]) of_papers += paper["pages"].size();
    for (const Json& page : truth["pages"]) {
      if (page["role"] == "content" || page["role"] == "with-note") ++content;
      EXPECT_EQ(page["role"] == "blank", page["blank"].get<bool>());
      EXPECT_EQ(page["paper"] == 0, page["role"] == "blank" || page["role"] == "separator");
    }
    EXPECT_EQ(of_papers, content);
  }
}

TEST(Stacks, LetEveryKindOfPaperTakeItsTurn) {
  std::set<std::string> dealt;
  for (int number = 1; number <= 40; ++number) {
    const StackPlan plan = plan_stack(7, number, kCoarseDpi);
    for (std::size_t i = 0; i < 4; ++i) dealt.insert(plan.kinds[i]->name);
  }
  EXPECT_GE(dealt.size(), paper_kinds().size() * 9 / 10);
}

TEST(Separator, CarriesItsCodes) {
  Sheet sheet(kA4WidthMm, kA4HeightMm, 1);
  draw_separator(sheet, {"000.00.01.H99-260930-0012", "to-khai-khai-tu", "Tờ khai"});
  const auto& marks = sheet.truth().marks;
  ASSERT_EQ(marks.size(), 3u);
  EXPECT_EQ(marks[0].text, "SOHOA1|separator|000.00.01.H99-260930-0012|to-khai-khai-tu");
  EXPECT_EQ(marks[1].text, "PATCHT");
  EXPECT_NEAR(marks[1].box.width(), 90, 1e-9);
  EXPECT_NEAR(marks[2].box.height(), 90, 1e-9);
  EXPECT_EQ(separator_code({}), "SOHOA1|separator||");
}

TEST(Code39, RefusesWhatItCannotWrite) {
  Sheet sheet(kA4WidthMm, kA4HeightMm, 1);
  EXPECT_ANY_THROW(draw_code39(sheet, {10, 10, 100, 24}, "thường", BarsAlong::kRow));
}

}  // namespace sohoa
