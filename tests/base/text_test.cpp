#include "pipeline/base/text.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace sohoa {
namespace {

constexpr char kNotUtf8[] = "a\xff\xc3";
constexpr char kReplaced[] = "a\uFFFD\uFFFD";

TEST(Text, ComposesStackedMarksInAnyOrder) {
  EXPECT_EQ(to_nfc("Ty\u0323"), "T\u1ef5");
  EXPECT_EQ(to_nfc("e\u0302\u0323"), "\u1ec7");
  EXPECT_EQ(to_nfc("e\u0323\u0302"), "\u1ec7");
  EXPECT_EQ(to_nfc("\u01b0\u0300"), "\u1eeb");
}

TEST(Text, KeepsComposedTextAsItIs) {
  const std::string text = "Cộng hòa xã hội chủ nghĩa Việt Nam";
  EXPECT_EQ(to_nfc(text), text);
  EXPECT_TRUE(is_nfc(text));
  EXPECT_FALSE(is_nfc("Ty\u0323"));
}

TEST(Text, KeepsANulByte) {
  const std::string text("a\0b", 3);
  EXPECT_EQ(to_nfc(text), text);
}

TEST(Text, ReplacesWhatIsNotUtf8) {
  EXPECT_FALSE(is_utf8(kNotUtf8));
  EXPECT_FALSE(is_nfc(kNotUtf8));
  EXPECT_EQ(to_nfc(kNotUtf8), kReplaced);
  EXPECT_EQ(to_utf8(to_code_points(kNotUtf8)), kReplaced);
}

TEST(Text, RefusesSurrogatesAndOverlongForms) {
  EXPECT_FALSE(is_utf8("\xed\xa0\x80"));
  EXPECT_FALSE(is_utf8("\xc0\xaf"));
  EXPECT_EQ(to_utf8(U"a\x110000"), "a\uFFFD");
}

TEST(Text, WithoutMarksIsPlainLowerCase) {
  EXPECT_EQ(without_marks("ĐẶNG Thị Ỷ"), "dang thi y");
  EXPECT_EQ(without_marks("Ưu đãi"), "uu dai");
  EXPECT_EQ(without_marks("y\u0323"), "y");
}

TEST(Text, SplitsAtAllWhiteSpace) {
  const std::vector<std::string> words = {"một", "hai", "ba"};
  EXPECT_EQ(split_words("  một\u00a0hai\r\n\tba "), words);
  EXPECT_TRUE(split_words(" \n").empty());
  EXPECT_TRUE(split_words("").empty());
}

TEST(Text, EscapedForXmlHasNoForbiddenCharacter) {
  EXPECT_EQ(xml_escaped("a<b> & \"c\" 'd'"), "a&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;");
  EXPECT_EQ(xml_escaped(std::string("a\0\x01\x1f\tb", 6)), "a\tb");
  EXPECT_EQ(xml_escaped("a\uFFFE\uFFFF"), "a");
  EXPECT_EQ(xml_escaped("a\xff"), "a\uFFFD");
}

TEST(NaturalOrder, PutsNumbersByValue) {
  std::vector<std::string> names = {"p10", "p9", "p1", "p010", "q", "p", "10", "9", "P2"};
  std::sort(names.begin(), names.end(),
            [](const auto& a, const auto& b) { return natural_less(a, b); });
  const std::vector<std::string> expected = {"9", "10", "P2", "p", "p1", "p9", "p010", "p10", "q"};
  EXPECT_EQ(names, expected);
}

TEST(NaturalOrder, TakesNumbersOfAnyLength) {
  EXPECT_TRUE(natural_less("99999999999999999999999", "100000000000000000000000"));
  EXPECT_FALSE(natural_less("100000000000000000000000", "99999999999999999999999"));
}

TEST(NaturalOrder, IsAStrictWeakOrder) {
  const std::vector<std::string> names = {"",    "a",    "a1",  "a01", "a001b", "a1b",
                                          "a1c", "a10b", "0",   "00",  "a-1",   "a 1",
                                          "aa",  "á",    "a1á", "A1",  "1a",    "01a"};
  for (const std::string& a : names) {
    EXPECT_FALSE(natural_less(a, a));
    for (const std::string& b : names) {
      EXPECT_EQ(natural_less(a, b) || natural_less(b, a), a != b) << a << " and " << b;
      for (const std::string& c : names) {
        if (natural_less(a, b) && natural_less(b, c)) {
          EXPECT_TRUE(natural_less(a, c)) << a << " " << b << " " << c;
        }
      }
    }
  }
}

}  // namespace
}  // namespace sohoa
