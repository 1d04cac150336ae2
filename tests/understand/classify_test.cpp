#include "pipeline/understand/classify.h"

#include <gtest/gtest.h>

#include "tests/understand/pages.h"

namespace sohoa {
namespace {

using test::both;
using test::centred;
using test::kLeftColumnMm;
using test::letterhead;
using test::page_of;
using test::Print;

/// Two forms of one family, one of another, and letters.
const Knowledge& knowledge() {
  static const Knowledge knowledge = [] {
    Knowledge some;
    const auto add = [&](const char* id, const char* title, std::vector<std::string> phrases) {
      PaperKind kind;
      kind.id = id;
      kind.title = {title, title};
      kind.titles = {title};
      kind.phrases = std::move(phrases);
      some.kinds.push_back(kind);
    };
    add("cong-van", "Công văn", {});
    add("to-khai-khai-sinh", "Tờ khai đăng ký khai sinh",
        {"người được khai sinh", "họ tên người mẹ", "họ tên người cha"});
    add("to-khai-lai", "Tờ khai đăng ký lại",
        {"đã đăng ký tại", "lý do đăng ký lại", "tôi cam đoan"});
    add("to-khai-lai-tu", "Tờ khai đăng ký lại khai tử",
        {"đã đăng ký tại", "lý do đăng ký lại", "tôi cam đoan"});
    some.agencies = load_agency_names();
    return some;
  }();
  return knowledge;
}

Classification classification_of(const std::vector<Print>& lines) {
  static const TitleFinder titles(knowledge());
  const PageView page = page_of(lines);
  return classify(page, look_at_first_page(page, titles), knowledge());
}

std::string kind_of_page(const std::vector<Print>& lines) {
  const Classification found = classification_of(lines);
  return found.kind == nullptr ? "" : found.kind->id;
}

std::vector<Print> phrases_of_a_birth() {
  return {{"Quan hệ với người được khai sinh: cha", 30, 90},
          {"Họ tên người mẹ: Lê Thị Ẩn", 30, 100},
          {"Họ tên người cha: Trần Văn Mẫu", 30, 110}};
}

TEST(Classify, ByItsTitle) {
  const Classification found =
      classification_of({centred("TỜ KHAI ĐĂNG KÝ KHAI SINH", 105, 50, 14)});
  ASSERT_NE(found.kind, nullptr);
  EXPECT_EQ(found.kind->id, "to-khai-khai-sinh");
  EXPECT_EQ(found.title, "Tờ khai đăng ký khai sinh");
  EXPECT_EQ(found.confidence, 1);
}

TEST(Classify, LetterByItsHead) {
  const Classification found = classification_of(
      both(letterhead("Số: 12/UBND-VP"), {centred("V/v số hóa hồ sơ", kLeftColumnMm, 43, 12),
                                          centred("Kính gửi: Sở Nội vụ", 105, 65)}));
  ASSERT_NE(found.kind, nullptr);
  EXPECT_EQ(found.kind->id, "cong-van");
  EXPECT_GT(found.confidence, 0.9);
}

TEST(Classify, ByItsPhrasesWhereNoTitleCanBeRead) {
  EXPECT_EQ(kind_of_page(phrases_of_a_birth()), "to-khai-khai-sinh");
  Print unread = centred("TỞ KHA", 105, 50, 14);
  unread.confidence = 0.3;
  EXPECT_EQ(kind_of_page(both({unread}, phrases_of_a_birth())), "to-khai-khai-sinh");
  EXPECT_LT(classification_of(phrases_of_a_birth()).confidence, 1);
}

TEST(Classify, TitleThatIsReadWellOutweighsPhrases) {
  const Classification found =
      classification_of(both({centred("PHIẾU THĂM DÒ Ý KIẾN", 105, 50, 14)}, phrases_of_a_birth()));
  EXPECT_EQ(found.kind, nullptr);
  EXPECT_EQ(found.title, "Phiếu thăm dò ý kiến");
  EXPECT_EQ(found.confidence, 0);
}

TEST(Classify, FewPhrasesTellNothing) {
  std::vector<Print> few = phrases_of_a_birth();
  few.resize(1);
  EXPECT_EQ(kind_of_page(few), "");
}

TEST(Classify, PhrasesOfSeveralKindsTellNone) {
  EXPECT_EQ(kind_of_page({{"Đã đăng ký tại: xã Mẫu", 30, 90},
                          {"Lý do đăng ký lại: mất bản chính", 30, 100},
                          {"Tôi cam đoan lời khai trên là đúng", 30, 110}}),
            "");
}

TEST(Classify, PageThatSaysNothingHasNoTitle) {
  const Classification found = classification_of({{"một dòng chữ thường", 30, 100}});
  EXPECT_EQ(found.kind, nullptr);
  EXPECT_EQ(found.title, "");
  EXPECT_EQ(classification_of({}).title, "");
}

}  // namespace
}  // namespace sohoa
