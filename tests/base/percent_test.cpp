#include "pipeline/base/percent.h"

#include <gtest/gtest.h>

namespace sohoa {
namespace {

TEST(Percent, EncodedPathIsAUriReferenceAndComesBack) {
  const std::string path = "hồ sơ/50%/a:b#c?d.pdf";
  EXPECT_EQ(percent_encoded(path), "h%E1%BB%93%20s%C6%A1/50%25/a%3Ab%23c%3Fd.pdf");
  EXPECT_EQ(percent_decoded(percent_encoded(path)), path);
}

TEST(Percent, WhatIsNoCodeStays) {
  for (const char* text : {"%", "50%", "%4", "%zz", "%4z", "% 41", "%+1", "%-1"}) {
    EXPECT_EQ(percent_decoded(text), text);
  }
  EXPECT_EQ(percent_decoded("%%41"), "%A");
  EXPECT_EQ(percent_decoded("%2541"), "%41");
}

TEST(Percent, OfSomeCharactersLeavesTheOthers) {
  EXPECT_EQ(percent_encoded_only("a%\n b", "%\n\r"), "a%25%0A b");
  EXPECT_EQ(percent_decoded_only("a%25%0a%20b", "%\n\r"), "a%\n%20b");
}

}  // namespace
}  // namespace sohoa
