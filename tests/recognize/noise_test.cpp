#include "pipeline/recognize/noise.h"

#include <gtest/gtest.h>

namespace sohoa {
namespace {

std::string left_of(std::vector<Word> words) {
  drop_noise(words);
  std::string text;
  for (const Word& word : words) text += (text.empty() ? "" : " ") + word.text;
  return text;
}

TEST(Noise, WordsThatNobodyBelievesGo) {
  EXPECT_EQ(left_of({{"Căn", {}, 0.9}, {"~f", {}, 0.1}}), "Căn");
}

TEST(Noise, AStripWithNothingBelievableGoes) {
  EXPECT_EQ(left_of({{"ruê", {}, 0.4}, {"/", {}, 0.9}}), "");
}

TEST(Noise, AMailAddressIsNone) {
  EXPECT_EQ(left_of({{"motcua@xa.gov.vn", {}, 0.4}}), "motcua@xa.gov.vn");
  EXPECT_EQ(left_of({{"@x", {}, 0.4}}), "");
}

}  // namespace
}  // namespace sohoa
