#include "pipeline/understand/labels.h"

#include <gtest/gtest.h>

#include "tests/understand/pages.h"

namespace sohoa {
namespace {

using test::page_of;
using test::Print;

const std::vector<std::string> kTexts = {"Họ và tên", "Ngày sinh", "Giới tính", "Họ và tên mẹ",
                                         "Nơi cư trú"};

std::vector<Letters> labels() {
  std::vector<Letters> all;
  for (const std::string& text : kTexts) all.push_back(letters_of(text));
  return all;
}

struct Found {
  std::vector<PageView> pages;
  std::vector<LabelHit> hits;

  std::string label(std::size_t hit) const { return kTexts.at(hits.at(hit).label); }
  /// What stands between the label and where its answer ends.
  std::string answer(std::size_t hit) const {
    const LabelHit& at = hits.at(hit);
    const PageView& page = pages[at.page];
    return text_of(page, WordRange{at.words.line, at.words.end, answer_end(page, at.words, hits)});
  }
};

Found find(const std::vector<Print>& lines) {
  Found found{{page_of(lines)}, {}};
  found.hits = find_labels(found.pages, labels());
  return found;
}

TEST(Labels, BeginALine) {
  const Found found = find({{"Họ và tên: Trần Văn Mẫu"}});
  ASSERT_EQ(found.hits.size(), 1u);
  EXPECT_EQ(found.label(0), "Họ và tên");
  EXPECT_EQ(found.hits[0].words.first, 0u);
  EXPECT_EQ(found.hits[0].words.end, 3u);
  EXPECT_EQ(found.hits[0].likeness, 1);
  EXPECT_EQ(found.answer(0), "Trần Văn Mẫu");
}

TEST(Labels, TwoInALinePartItsAnswers) {
  for (const char* text :
       {"Ngày sinh: 02/9/1990 Giới tính: Nữ", "Ngày sinh 02/9/1990\tGiới tính Nữ"}) {
    const Found found = find({{text}});
    ASSERT_EQ(found.hits.size(), 2u) << text;
    EXPECT_EQ(found.label(0), "Ngày sinh");
    EXPECT_EQ(found.answer(0), "02/9/1990");
    EXPECT_EQ(found.label(1), "Giới tính");
    EXPECT_EQ(found.answer(1), "Nữ");
  }
}

TEST(Labels, MayHaveAnItemsMarkBefore) {
  for (const char* text : {"1. Họ và tên: Ẩn", "a) Họ và tên: Ẩn", "- Họ và tên: Ẩn"}) {
    const Found found = find({{text}});
    ASSERT_EQ(found.hits.size(), 1u) << text;
    EXPECT_EQ(found.hits[0].words.first, 1u);
  }
}

TEST(Labels, LongerOneStands) {
  const Found found = find({{"Họ và tên mẹ: Trần Thị Ẩn"}});
  ASSERT_EQ(found.hits.size(), 1u);
  EXPECT_EQ(found.label(0), "Họ và tên mẹ");
}

TEST(Labels, MisreadALittleTheyStand) {
  const Found found = find({{"Giơi tinh: Nữ"}});
  ASSERT_EQ(found.hits.size(), 1u);
  EXPECT_EQ(found.label(0), "Giới tính");
  EXPECT_LT(found.hits[0].likeness, 1);
}

TEST(Labels, AmidASentenceAreToldSo) {
  const Found found = find({{"người khai ghi rõ họ và tên vào ô này"}});
  ASSERT_EQ(found.hits.size(), 1u);
  EXPECT_EQ(found.label(0), "Họ và tên");
  EXPECT_TRUE(found.hits[0].in_text);
  EXPECT_FALSE(find({{"Họ và tên: Ẩn"}}).hits.at(0).in_text);
}

TEST(Labels, OfAFewLettersAreNoneAmidASentence) {
  const std::vector<Letters> wanted = {letters_of("Số")};
  const std::vector<PageView> pages = {page_of({{"theo đúng số lượng ghi trên phiếu"}})};
  EXPECT_TRUE(find_labels(pages, wanted).empty());
}

TEST(Labels, OfOtherTextAreNone) {
  EXPECT_TRUE(find({{"Trần Văn Mẫu, xã Tân Ngãi"}}).hits.empty());
  EXPECT_TRUE(find({}).hits.empty());
}

TEST(Labels, AreInReadingOrderOverPages) {
  const std::vector<PageView> pages = {page_of({{"Nơi cư trú: xã Mẫu", 30, 50}}, 1),
                                       page_of({{"Họ và tên: Ẩn", 30, 40}}, 2)};
  const std::vector<LabelHit> hits = find_labels(pages, labels());
  ASSERT_EQ(hits.size(), 2u);
  EXPECT_EQ(hits[0].page, 0u);
  EXPECT_EQ(kTexts[hits[0].label], "Nơi cư trú");
  EXPECT_EQ(hits[1].page, 1u);
}

TEST(AnswerEnd, LiesBeforeAPhraseWithAColonThatNobodyLooksFor) {
  const Found found = find({{"Họ và tên: Trần Văn Mẫu Bí danh: không"}});
  ASSERT_EQ(found.hits.size(), 1u);
  EXPECT_EQ(found.answer(0), "Trần Văn Mẫu");
}

}  // namespace
}  // namespace sohoa
