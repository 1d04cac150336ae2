#include "pipeline/understand/paper_finder.h"

#include <gtest/gtest.h>

#include "tests/understand/pages.h"

namespace sohoa {
namespace {

using test::both;
using test::centred;
using test::letterhead;
using test::page_of;
using test::Print;
using test::shipped_knowledge;

/// Judges pages one after the other, with sequences from 1.
class Stack {
 public:
  explicit Stack(Splitting splitting = Splitting::kAuto)
      : finder_(shipped_knowledge(), splitting) {}

  PageJudgement lay(const std::vector<Print>& lines, bool begins_file = false) {
    return judge(view(lines), begins_file);
  }

  PageJudgement lay_separator(const SeparatorCode& said) {
    PageView page = view({});
    page.codes.push_back({CodeKind::kQr, separator_text(said), {100, 100, 900, 900}});
    return judge(std::move(page), false);
  }

 private:
  PageView view(const std::vector<Print>& lines) { return page_of(lines, ++sequence_); }

  PageJudgement judge(PageView page, bool begins_file) {
    static const EvidenceReader reader(shipped_knowledge());
    return finder_.judge(reader.weigh(std::move(page)), begins_file || sequence_ == 1);
  }

  PaperFinder finder_;
  int sequence_ = 0;
};

/// Thirty-odd words, different for each `part`.
std::vector<Print> text(const std::string& part) {
  std::vector<Print> lines;
  for (int i = 0; i < 10; ++i) {
    const std::string line = std::to_string(i);
    lines.push_back(
        {"Nội dung " + part + line + " của " + line + part + " được thực hiện", 30, 80 + 8.0 * i});
  }
  return lines;
}

std::vector<Print> decision(const std::string& part = "mot") {
  return both(both(letterhead(), {centred("QUYẾT ĐỊNH", 105, 55, 14)}), text(part));
}

std::vector<Print> declaration() {
  return both(both(test::state_name(), {centred("TỜ KHAI ĐĂNG KÝ KHAI SINH", 105, 50, 14)}),
              text("khai"));
}

TEST(PaperFinder, FirstPageOfAllBeginsAPaper) {
  Stack stack;
  const PageJudgement verdict = stack.lay(text("x"));
  EXPECT_TRUE(verdict.cut.begins);
  EXPECT_FALSE(verdict.cut.doubtful);
  EXPECT_EQ(verdict.sameness, Sameness::kOther);
}

TEST(PaperFinder, PartsAStackWherePapersBegin) {
  Stack stack;
  const PageJudgement first = stack.lay(decision());
  ASSERT_NE(first.classification.kind, nullptr);
  EXPECT_EQ(first.classification.kind->id, "quyet-dinh");
  EXPECT_FALSE(stack.lay(text("hai")).cut.begins);
  const PageJudgement next = stack.lay(declaration());
  EXPECT_TRUE(next.cut.begins);
  EXPECT_FALSE(next.cut.reason.empty());
  ASSERT_NE(next.classification.kind, nullptr);
  EXPECT_EQ(next.classification.kind->id, "to-khai-khai-sinh");
}

TEST(PaperFinder, FileBeginsAPaper) {
  Stack stack;
  stack.lay(decision());
  EXPECT_TRUE(stack.lay(text("hai"), true).cut.begins);
}

TEST(PaperFinder, ByFileOnlyFilesBeginPapers) {
  Stack stack(Splitting::kByFile);
  EXPECT_TRUE(stack.lay(decision()).cut.begins);
  EXPECT_FALSE(stack.lay(declaration()).cut.begins);
  EXPECT_TRUE(stack.lay(text("ba"), true).cut.begins);
}

TEST(PaperFinder, SeparatorPartsPapersAndIsNone) {
  Stack stack;
  stack.lay(decision());
  const PageJudgement separator = stack.lay_separator({"", ""});
  EXPECT_TRUE(separator.separator);
  EXPECT_FALSE(separator.cut.begins);
  EXPECT_TRUE(stack.lay(text("hai")).cut.begins);
  EXPECT_FALSE(stack.lay(text("ba")).cut.begins) << "it parts once";
}

TEST(PaperFinder, SeparatorKnowsWhatThePageDoesNotSay) {
  Stack stack;
  stack.lay(decision());
  stack.lay_separator({"", "giay-chung-sinh"});
  const PageJudgement verdict = stack.lay(text("hai"));
  ASSERT_NE(verdict.classification.kind, nullptr);
  EXPECT_EQ(verdict.classification.kind->id, "giay-chung-sinh");
  EXPECT_FALSE(verdict.classification.title.empty());
}

TEST(PaperFinder, PageThatSaysWhatItIsKnowsBetterThanTheSeparator) {
  Stack stack;
  stack.lay(text("x"));
  stack.lay_separator({"", "giay-chung-sinh"});
  const PageJudgement verdict = stack.lay(declaration());
  ASSERT_NE(verdict.classification.kind, nullptr);
  EXPECT_EQ(verdict.classification.kind->id, "to-khai-khai-sinh");
}

TEST(PaperFinder, SeparatorOfAnUnknownKindOnlyParts) {
  Stack stack;
  stack.lay(text("x"));
  stack.lay_separator({"", "khong-co"});
  const PageJudgement verdict = stack.lay(text("hai"));
  EXPECT_TRUE(verdict.cut.begins);
  EXPECT_EQ(verdict.classification.kind, nullptr);
}

TEST(PaperFinder, ByFileASeparatorIsAPage) {
  Stack stack(Splitting::kByFile);
  stack.lay(decision());
  EXPECT_FALSE(stack.lay_separator({"", ""}).separator);
}

TEST(PaperFinder, SheetScannedTwiceIsTold) {
  Stack stack;
  stack.lay(decision());
  stack.lay(text("hai"));
  const PageJudgement again = stack.lay(text("hai"));
  EXPECT_EQ(again.sameness, Sameness::kSame);
  EXPECT_EQ(again.same_as, 2);
  EXPECT_FALSE(again.cut.begins);
}

TEST(PaperFinder, SameSheetOfAnotherFileOrBehindASeparatorIsMeant) {
  Stack stack;
  stack.lay(decision());
  EXPECT_EQ(stack.lay(decision(), true).sameness, Sameness::kOther);
  stack.lay_separator({"", ""});
  const PageJudgement again = stack.lay(decision());
  EXPECT_EQ(again.sameness, Sameness::kOther);
  EXPECT_TRUE(again.cut.begins);
}

TEST(PaperFinder, SecondCopyOfAPaperIsKeptWhole) {
  Stack stack;
  stack.lay(decision());
  stack.lay(text("hai"));
  stack.lay_separator({"", ""});
  stack.lay(decision());
  EXPECT_EQ(stack.lay(text("hai")).sameness, Sameness::kOther) << "the separator parts the copies";
  stack.lay(decision(), true);
  EXPECT_EQ(stack.lay(text("hai")).sameness, Sameness::kOther) << "files part them, too";
}

TEST(PaperFinder, NoteAndWhatLiesBelowAreTwoViewsOfOnePage) {
  std::vector<Print> noted = text("hai");
  noted.erase(noted.begin() + 3, noted.begin() + 6);
  Stack stack;
  stack.lay(decision());
  stack.lay(noted);
  const PageJudgement below = stack.lay(text("hai"));
  EXPECT_EQ(below.sameness, Sameness::kWithNote);
  EXPECT_EQ(below.same_as, 2);
  EXPECT_FALSE(below.cut.begins) << "they stand in one paper";
}

}  // namespace
}  // namespace sohoa
