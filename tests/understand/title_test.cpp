#include "pipeline/understand/title.h"

#include <gtest/gtest.h>

#include "tests/understand/pages.h"

namespace sohoa {
namespace {

using test::centred;
using test::page_of;
using test::Print;

const Knowledge& knowledge() {
  static const Knowledge knowledge = [] {
    Knowledge some;
    const auto add = [&](const char* id, std::vector<std::string> titles) {
      some.kinds.emplace_back();
      some.kinds.back().id = id;
      some.kinds.back().titles = std::move(titles);
    };
    add("quyet-dinh", {"Quyết định"});
    add("giay-chung-nhan", {"Giấy chứng nhận"});
    add("giay-chung-nhan-qsdd",
        {"Giấy chứng nhận quyền sử dụng đất",
         "Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất"});
    some.agencies = load_agency_names();
    some.signers = load_signer_words();
    return some;
  }();
  return knowledge;
}

std::optional<Title> find(const std::vector<Print>& lines, double top_mm = 0) {
  return TitleFinder(knowledge()).find(page_of(lines), top_mm);
}

/// Its id; "unknown" for a title of no kind, "none" for no title.
std::string kind_on(const std::vector<Print>& lines) {
  const std::optional<Title> title = find(lines);
  if (!title) return "none";
  return title->kind == nullptr ? "unknown" : title->kind->id;
}

const Print kText = {"Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;", 40, 90};
const Print kMoreText = {"Xét đề nghị của Trưởng phòng Văn hóa - Xã hội xã Tân Ngãi,", 40, 97};

TEST(Title, OfTheCatalogueTellsItsKind) {
  const std::optional<Title> title = find({centred("QUYẾT ĐỊNH", 105, 60, 14), kText, kMoreText});
  ASSERT_TRUE(title);
  ASSERT_NE(title->kind, nullptr);
  EXPECT_EQ(title->kind->id, "quyet-dinh");
  EXPECT_EQ(title->text, "Quyết định") << "spelt as in the catalogue";
  EXPECT_EQ(title->first_line, 0u);
  EXPECT_EQ(title->line_end, 1u);
  EXPECT_EQ(title->likeness, 1);
  EXPECT_NEAR(title->confidence, 0.97, 1e-9);
}

TEST(Title, MisreadALittleIsStillOne) {
  EXPECT_EQ(kind_on({centred("QUYÊT ĐINH", 105, 60, 14), kText}), "quyet-dinh");
}

TEST(Title, BrokenOverLinesIsTheLongest) {
  const std::optional<Title> title =
      find({centred("GIẤY CHỨNG NHẬN", 105, 60, 16), centred("QUYỀN SỬ DỤNG ĐẤT,", 105, 68, 14),
            centred("QUYỀN SỞ HỮU TÀI SẢN GẮN LIỀN VỚI ĐẤT", 105, 76, 14), kText});
  ASSERT_TRUE(title);
  ASSERT_NE(title->kind, nullptr);
  EXPECT_EQ(title->kind->id, "giay-chung-nhan-qsdd");
  EXPECT_EQ(title->line_end, 3u);
}

TEST(Title, EndsWhereTheCatalogueSaysSo) {
  const std::optional<Title> title =
      find({centred("GIẤY CHỨNG NHẬN", 105, 60, 16), centred("ĐĂNG KÝ PHƯƠNG TIỆN", 105, 68, 14)});
  ASSERT_TRUE(title);
  ASSERT_NE(title->kind, nullptr);
  EXPECT_EQ(title->kind->id, "giay-chung-nhan");
  EXPECT_EQ(title->line_end, 1u);
}

TEST(Title, OfNoKindIsTakenAsPrinted) {
  const std::optional<Title> title = find(
      {centred("PHIẾU THĂM DÒ", 105, 60, 14), centred("Ý KIẾN NGƯỜI DÂN", 105, 67, 14), kText});
  ASSERT_TRUE(title);
  EXPECT_EQ(title->kind, nullptr);
  EXPECT_EQ(title->text, "PHIẾU THĂM DÒ Ý KIẾN NGƯỜI DÂN");
}

TEST(Title, MayStandBelowOffices) {
  EXPECT_EQ(kind_on({centred("ỦY BAN NHÂN DÂN XÃ TÂN NGÃI", 105, 40, 14),
                     centred("QUYẾT ĐỊNH", 105, 60, 14), kText}),
            "quyet-dinh");
  EXPECT_EQ(kind_on({centred("CHỦ TỊCH ỦY BAN NHÂN DÂN", 105, 40, 14),
                     centred("QUYẾT ĐỊNH", 105, 60, 14), kText}),
            "quyet-dinh")
      << "who decides is named above it";
  EXPECT_EQ(kind_on({centred("ỦY BAN NHÂN DÂN XÃ TÂN NGÃI", 105, 40, 14), kText, kMoreText}),
            "none")
      << "an office is no title";
}

TEST(Title, StandsBelowTheHead) {
  EXPECT_FALSE(find({centred("QUYẾT ĐỊNH", 105, 30, 14), kText}, 40));
  EXPECT_TRUE(find({centred("QUYẾT ĐỊNH", 105, 60, 14), kText}, 40));
}

TEST(Title, LargeLettersNeedNoCapitals) {
  EXPECT_EQ(kind_on({centred("Quyết định", 105, 60, 20), kText, kMoreText}), "quyet-dinh");
  EXPECT_EQ(kind_on({centred("Quyết định", 105, 60, 13), kText, kMoreText}), "none");
}

TEST(Title, AtTheEndOfAPageIsNone) {
  EXPECT_EQ(kind_on({kText, kMoreText, centred("QUYẾT ĐỊNH", 105, 250, 14)}), "none");
}

TEST(Title, KnowsWhetherItStandsOnTop) {
  const auto on_top = [](double top_mm) {
    const std::optional<Title> title = find({centred("QUYẾT ĐỊNH", 105, top_mm, 14)});
    return title && title->on_top;
  };
  EXPECT_TRUE(on_top(20));
  EXPECT_FALSE(on_top(140));
}

TEST(Title, OfPlainTextIsNone) {
  EXPECT_EQ(kind_on({kText, kMoreText}), "none");
  EXPECT_EQ(kind_on({}), "none");
}

}  // namespace
}  // namespace sohoa
