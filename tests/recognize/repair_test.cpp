#include "pipeline/recognize/repair.h"

#include <gtest/gtest.h>

namespace sohoa {
namespace {

TEST(Repair, EthBecomesTheVietnameseLetter) {
  EXPECT_EQ(repaired("\u00D0iều"), "Điều");
  EXPECT_EQ(repaired("\u00F0ồng"), "đồng");
}

TEST(Repair, DoubledLettersOfOneStrokeBecomeOne) {
  EXPECT_EQ(repaired("12/QĐ\u00D0-UBND"), "12/QĐ-UBND");
  EXPECT_EQ(repaired("câầu"), "cầu");
  EXPECT_EQ(repaired("hộôi,"), "hôi,");
}

TEST(Repair, KindOfActFollowsItsPattern) {
  EXPECT_EQ(repaired("12/0Đ-UBND"), "12/QĐ-UBND");
  EXPECT_EQ(repaired("0Đ-TTg"), "QĐ-TTg");
  EXPECT_EQ(repaired("71/2019/WVĐ-CP"), "71/2019/NĐ-CP");
}

TEST(Repair, LettersVietnameseLacksGoWhenASyllableComesOut) {
  EXPECT_EQ(repaired("øian"), "gian");
  EXPECT_EQ(repaired("ø)"), "g)");
  EXPECT_EQ(repaired("ï)"), "i)");
  EXPECT_EQ(repaired("smørrebrød"), "smørrebrød");
}

TEST(Repair, DigitsMisreadAtTheStartOfANumber) {
  EXPECT_EQ(repaired("l8/11/2020"), "18/11/2020");
  EXPECT_EQ(repaired("I0."), "10.");
  EXPECT_EQ(repaired("IX."), "IX.");
  EXPECT_EQ(repaired("l)"), "l)");
}

TEST(Repair, DottedLinesOfFormsAreNoText) {
  EXPECT_EQ(repaired("tên:........"), "tên:");
  EXPECT_EQ(repaired("1990......"), "1990");
  EXPECT_EQ(repaired("........"), "");
  EXPECT_EQ(repaired("đọng,..."), "đọng,...");
}

TEST(Repair, TheSignThatEndsAnOfficialTextIsWhole) {
  EXPECT_EQ(repaired("này./"), "này./.");
  EXPECT_EQ(repaired("2026/."), "2026./.");
  EXPECT_EQ(repaired("tỉnh).!."), "tỉnh)./.");
  EXPECT_EQ(repaired("này./."), "này./.");
  EXPECT_EQ(repaired("2025).."), "2025)./.");
  EXPECT_EQ(repaired("2025)..."), "2025)...");
  EXPECT_EQ(repaired("./"), "./");
  EXPECT_EQ(repaired("../"), "../");
  EXPECT_EQ(repaired("này."), "này.");
}

TEST(Repair, AnIdentityCardsZoneBeginsWithItsKind) {
  EXPECT_EQ(repaired("TDVNM1909950825046190995082<<3"), "IDVNM1909950825046190995082<<3");
}

TEST(Repair, TheRingOfAnAtIsNoParenthesis) {
  EXPECT_EQ(repaired("motcua@)xa.gov.vn"), "motcua@xa.gov.vn");
  EXPECT_EQ(repaired("motcua()xa.gov.vn"), "motcua@xa.gov.vn");
  EXPECT_EQ(repaired("motcua@xa.gov.vn"), "motcua@xa.gov.vn");
  EXPECT_EQ(repaired("main()"), "main()");
}

TEST(Repair, GoodWordsStayAsTheyAre) {
  for (const char* word : {"Điều", "QĐ-UBND", "xoong", "0Đ-", "A&B", "I", "71/2019/NĐ-CP"}) {
    EXPECT_EQ(repaired(word), word);
  }
}

}  // namespace
}  // namespace sohoa
