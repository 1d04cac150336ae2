#include "pipeline/understand/closing.h"

#include <gtest/gtest.h>

#include "tests/understand/pages.h"

namespace sohoa {
namespace {

using test::both;
using test::centred;
using test::page_of;
using test::Print;
using test::shipped_knowledge;

const ClosingFinder& finder() {
  static const ClosingFinder finder(shipped_knowledge().signers);
  return finder;
}

/// What the page's closing says, in words.
struct Found {
  bool any = false;
  std::string authority, position, signer, receivers;
  bool of_declarant = false;
};

Found find(const std::vector<Print>& lines) {
  const PageView page = page_of(lines);
  const std::optional<Closing> closing = finder().find(page);
  if (!closing) return {};
  return {true,
          text_of(page, closing->authority),
          text_of(page, closing->position),
          closing->signer ? text_of(page, *closing->signer) : "",
          text_of(page, closing->receivers),
          closing->of_declarant};
}

constexpr double kSignerMm = 145;

std::vector<Print> officer() {
  return {centred("TM. ỦY BAN NHÂN DÂN", kSignerMm, 200), centred("KT. CHỦ TỊCH", kSignerMm, 206),
          centred("PHÓ CHỦ TỊCH", kSignerMm, 212), centred("Trần Văn Mẫu", kSignerMm, 240)};
}

TEST(Closing, HasAuthorityPositionAndName) {
  const Found found = find(officer());
  EXPECT_EQ(found.authority, "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH");
  EXPECT_EQ(found.position, "PHÓ CHỦ TỊCH");
  EXPECT_EQ(found.signer, "Trần Văn Mẫu");
  EXPECT_FALSE(found.of_declarant);
}

TEST(Closing, HasTheReceiversOnTheLeft) {
  const Found found = find(both({{"Nơi nhận:", 30, 200, 12},
                                 {"- Như Điều 3;", 30, 206, 11},
                                 {"- Sở Nội vụ;", 30, 211, 11},
                                 {"- Lưu: VT.", 30, 216, 11}},
                                officer()));
  EXPECT_EQ(found.receivers, "- Như Điều 3; - Sở Nội vụ; - Lưu: VT.");
  EXPECT_EQ(found.signer, "Trần Văn Mẫu");
}

TEST(Closing, ColumnsReadAsOneLineAreTakenApart) {
  const Found found = find({{"Nơi nhận:\tCHỦ TỊCH", 30, 200, 12},
                            {"- Lưu: VT.", 30, 206, 11},
                            centred("Trần Văn Mẫu", 75, 225)});
  EXPECT_EQ(found.position, "CHỦ TỊCH");
  EXPECT_EQ(found.receivers, "- Lưu: VT.");
}

TEST(Closing, OfficerCountsBeforeTheCitizenBesideHim) {
  const std::vector<Print> citizen = {centred("NGƯỜI YÊU CẦU", 60, 212),
                                      centred("Lê Thị Ẩn", 60, 240)};
  const Found found = find(both(citizen, officer()));
  EXPECT_EQ(found.signer, "Trần Văn Mẫu");
  EXPECT_FALSE(found.of_declarant);
  EXPECT_EQ(find(both(officer(), citizen)).signer, "Trần Văn Mẫu");
}

TEST(Closing, OfADeclarantIsOne) {
  for (const char* who : {"NGƯỜI YÊU CẦU", "Người yêu cầu", "Người khai"}) {
    const Found found = find({centred(who, 150, 200), centred("(Ký, ghi rõ họ tên)", 150, 206),
                              centred("Lê Thị Ẩn", 150, 235)});
    EXPECT_TRUE(found.of_declarant) << who;
    EXPECT_EQ(found.signer, "Lê Thị Ẩn") << who;
  }
}

TEST(Closing, WithoutANameHasNoSigner) {
  const Found found = find({centred("GIÁM ĐỐC", 150, 200)});
  EXPECT_TRUE(found.any);
  EXPECT_EQ(found.position, "GIÁM ĐỐC");
  EXPECT_EQ(found.signer, "");
}

TEST(Closing, NameFarFromThePositionIsNotItsSigner) {
  EXPECT_EQ(find({centred("GIÁM ĐỐC", 150, 150), centred("Trần Văn Mẫu", 50, 170)}).signer, "");
  EXPECT_EQ(find({centred("GIÁM ĐỐC", 150, 150), centred("Trần Văn Mẫu", 150, 280)}).signer, "");
  EXPECT_EQ(find({centred("Trần Văn Mẫu", 150, 130), centred("GIÁM ĐỐC", 150, 150)}).signer, "")
      << "above it";
}

TEST(Closing, OfATextIsNone) {
  EXPECT_FALSE(find({{"Điều 1. Giao Chủ tịch Ủy ban nhân dân xã thực hiện.", 40, 100},
                     {"Trần Văn Mẫu là người yêu cầu.", 40, 110}})
                   .any);
  EXPECT_FALSE(find({}).any);
}

TEST(Position, IsInTheCatalogueCase) {
  EXPECT_EQ(finder().position_in_right_case("PHÓ CHỦ TỊCH"), "Phó Chủ tịch");
  EXPECT_EQ(finder().position_in_right_case("PHÓ CHỦ TICH"), "Phó Chủ tịch") << "misread a little";
  EXPECT_EQ(finder().position_in_right_case("NGƯỜI GIỮ KHO"), "Người giữ kho") << "unknown";
}

}  // namespace
}  // namespace sohoa
