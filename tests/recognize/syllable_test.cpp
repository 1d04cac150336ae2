#include "pipeline/recognize/syllable.h"

#include <gtest/gtest.h>

namespace sohoa {
namespace {

TEST(Syllable, AcceptsWhatVietnameseWrites) {
  for (const char* word : {"a",    "ở",    "Quyết", "quyền", "nghiêng", "NGHĨA", "Đường", "gì",
                           "giết", "giữa", "khuỷu", "ngoằn", "yêu",     "hoà",   "hòa",   "thuở",
                           "quốc", "ruột", "ẤT",    "Tỵ",    "xoong",   "qua"}) {
    EXPECT_TRUE(is_syllable(word)) << word;
  }
}

TEST(Syllable, RefusesWhatItCannotWrite) {
  for (const char* word : {"", "xuat", "chât", "câầu", "ngi", "ce", "kan", "fa", "tìḿ", "bcd",
                           "aiu", "quu", "UBND", "tôi1", "12", "nghiiêng", "ghan"}) {
    EXPECT_FALSE(is_syllable(word)) << word;
  }
}

TEST(Syllable, AStoppedSyllableHasOneOfTwoTones) {
  EXPECT_TRUE(is_syllable("các"));
  EXPECT_TRUE(is_syllable("cạc"));
  for (const char* word : {"cac", "càc", "cảc", "cãc"}) EXPECT_FALSE(is_syllable(word)) << word;
}

TEST(Syllable, CapitalsComeFirstOrAllThrough) {
  EXPECT_TRUE(is_syllable("Sổ"));
  EXPECT_TRUE(is_syllable("SỔ"));
  EXPECT_FALSE(is_syllable("sỔ"));
  EXPECT_FALSE(is_syllable("THuế"));
}

TEST(Syllable, PunctuationIsTakenOffTheEnds) {
  EXPECT_EQ(without_punctuation("\"(đối,"), "đối");
  EXPECT_EQ(without_punctuation("12/QĐ-UBND;"), "12/QĐ-UBND");
  EXPECT_EQ(without_punctuation("--."), "");
  EXPECT_EQ(without_punctuation(""), "");
}

}  // namespace
}  // namespace sohoa
