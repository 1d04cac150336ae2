#include "pipeline/recognize/guard.h"

#include <gtest/gtest.h>

#include "tests/recognize/language_file.h"

namespace sohoa {
namespace {

class GuardTest : public testing::Test {
 protected:
  std::string chosen(const std::vector<WordReadings>& line) const {
    std::string text;
    const std::vector<std::size_t> choices = choose_readings(model_, line);
    for (std::size_t i = 0; i < line.size(); ++i) {
      text += (i > 0 ? " " : "") + line[i][choices[i]].text;
    }
    return text;
  }

 private:
  static Bytes file() {
    test::LanguageFile file;
    file.words = {{"<number>", 48}, {"<other>", 60}, {"liệu", 72}, {"lực", 84},
                  {"nổ", 96},       {"nỗ", 96},      {"vật", 72}};
    file.bigrams = {{{"vật", "liệu"}, 6}, {{"liệu", "nổ"}, 12}, {{"nỗ", "lực"}, 3}};
    return file.bytes();
  }

  const Bytes bytes_ = file();
  const LanguageModel model_{bytes_, "small.lm"};
};

const WordReadings kBurstOrEffort{{"nỗ", -0.5}, {"nổ", -1.5}};

TEST_F(GuardTest, TheWordBeforeDecides) {
  EXPECT_EQ(chosen({{{"vật", 0}}, {{"liệu", 0}}, kBurstOrEffort}), "vật liệu nổ");
}

TEST_F(GuardTest, TheWordBehindDecides) {
  const WordReadings effort_or_burst{{"Nổ", -0.5}, {"Nỗ", -1.5}};
  EXPECT_EQ(chosen({effort_or_burst, {{"lực", 0}}}), "Nỗ lực");
}

TEST_F(GuardTest, WhatTheNetworkIsMuchSurerOfStays) {
  EXPECT_EQ(chosen({{{"vật", 0}}, {{"liệu", 0}}, {{"nỗ", 0}, {"nổ", -9}}}), "vật liệu nỗ");
}

TEST_F(GuardTest, PunctuationAndCapitalsHideNoWord) {
  EXPECT_EQ(chosen({{{"VẬT", 0}}, {{"LIỆU", 0}}, {{"NỖ,", -0.5}, {"NỔ,", -1.5}}}), "VẬT LIỆU NỔ,");
}

TEST_F(GuardTest, UnknownNamesStayAsTheNetworkHasThem) {
  EXPECT_EQ(chosen({{{"ông", 0}}, {{"Khuê", -0.2}, {"Khuể", -2}}}), "ông Khuê");
}

TEST_F(GuardTest, GivenNamesAreNotWeighed) {
  EXPECT_EQ(chosen({{{"vật", 0}}, {{"liệu", 0}}, {{"Nỗ", -0.5}, {"Nổ", -1.5}}}), "vật liệu Nổ");
  EXPECT_EQ(chosen({{{"Lê", 0}}, {{"Liệu", 0}}, {{"Nỗ", -0.5}, {"Nổ", -1.5}}}), "Lê Liệu Nỗ");
  EXPECT_EQ(chosen({{{"Lê", 0}}, {{"Nổ", -0.5}, {"Nỗ", -1}}, {{"lực", 0}}}), "Lê Nổ lực");
}

TEST_F(GuardTest, ALineOfNothingIsNothing) { EXPECT_EQ(chosen({}), ""); }

TEST(PlainWord, IsMadeOfLetters) {
  for (const char* word : {"nổ", "(nổ),", "NỔ.", "Đ"}) EXPECT_TRUE(is_plain_word(word)) << word;
  for (const char* word : {"12", "QĐ-UBND", "7/2019", "A4", "...", "", "a@b"}) {
    EXPECT_FALSE(is_plain_word(word)) << word;
  }
}

}  // namespace
}  // namespace sohoa
