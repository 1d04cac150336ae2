#include "pipeline/understand/document_number.h"

#include <gtest/gtest.h>

namespace sohoa {
namespace {

const std::vector<std::string> kTypes = {"QĐ", "TB", "GM", "TTr", "NQ", "HĐ"};

std::optional<DocumentNumber> read(const std::string& text) {
  return read_document_number(text, kTypes);
}

std::string text_read(const std::string& text) {
  const auto number = read(text);
  return number ? number->text() : "none";
}

TEST(DocumentNumber, IsTakenApart) {
  const auto number = read("47/QĐ-UBND");
  ASSERT_TRUE(number);
  EXPECT_EQ(number->number, "47");
  EXPECT_EQ(number->symbol, "QĐ-UBND");
  EXPECT_TRUE(number->type_known);
  EXPECT_FALSE(number->repaired);
  EXPECT_EQ(number->text(), "47/QĐ-UBND");
}

TEST(DocumentNumber, LettersThatLookLikeDAreOne) {
  EXPECT_EQ(text_read("47/QÐ-UBND"), "47/QĐ-UBND") << "U+00D0, of Icelandic";
  EXPECT_EQ(text_read("47/QĐÐ-UBND"), "47/QĐ-UBND") << "read twice";
}

TEST(DocumentNumber, TypeReadNearlyRightIsRepairedAndItSaysSo) {
  for (const char* text : {"47/0Đ-UBND", "47/QD-UBND", "47/OĐ-UBND"}) {
    const auto number = read(text);
    ASSERT_TRUE(number) << text;
    EXPECT_EQ(number->text(), "47/QĐ-UBND") << text;
    EXPECT_TRUE(number->repaired) << text;
    EXPECT_TRUE(number->type_known) << text;
  }
}

TEST(DocumentNumber, TypeThatIsNoneStays) {
  const auto number = read("12/UBND-VP");
  ASSERT_TRUE(number) << "of an official letter: it has no type";
  EXPECT_EQ(number->text(), "12/UBND-VP");
  EXPECT_FALSE(number->type_known);
  EXPECT_FALSE(number->repaired);
}

TEST(DocumentNumber, OfALegalActHasItsYear) {
  const auto number = read("12/2026/NQ-HĐND");
  ASSERT_TRUE(number);
  EXPECT_EQ(number->number, "12/2026");
  EXPECT_EQ(number->symbol, "NQ-HĐND");
  EXPECT_EQ(number->text(), "12/2026/NQ-HĐND");
}

TEST(DocumentNumber, OfficesMayHaveAnAmpersand) {
  EXPECT_EQ(text_read("05/TB-KT&HT"), "05/TB-KT&HT");
  EXPECT_EQ(text_read("05/KH&ĐT-VP"), "05/KH&ĐT-VP");
}

TEST(DocumentNumber, SpacesAndDashesOfAnyKindAreOne) {
  for (const char* text : {" 47 / QĐ - UBND ", "47/QĐ–UBND", "47/QĐ—UBND", "47/QĐ_UBND",
                           "47/QĐ-UBND.", "47/QĐ-UBND;", ": 47/QĐ-UBND"}) {
    EXPECT_EQ(text_read(text), "47/QĐ-UBND") << text;
  }
}

TEST(DocumentNumber, NumberLeftOpenIsEmpty) {
  for (const char* text : {"/QĐ-UBND", ".......... /QĐ-UBND", "  /QĐ-UBND", "x/QĐ-UBND"}) {
    const auto number = read(text);
    ASSERT_TRUE(number) << text;
    EXPECT_EQ(number->number, "") << text;
    EXPECT_EQ(number->symbol, "QĐ-UBND") << text;
  }
}

TEST(DocumentNumber, BareNumberHasNoSymbol) {
  const auto number = read(" 0047 ");
  ASSERT_TRUE(number);
  EXPECT_EQ(number->number, "0047");
  EXPECT_EQ(number->symbol, "");
  EXPECT_EQ(number->text(), "0047");
}

TEST(DocumentNumber, RubbishIsNone) {
  for (const char* text : {"", " ", "/", "…", "Kinh", "12a", "1234567890123", "a b c", "47/***"}) {
    EXPECT_EQ(text_read(text), "none") << text;
  }
}

}  // namespace
}  // namespace sohoa
