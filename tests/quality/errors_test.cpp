#include "tests/quality/errors.h"

#include <gtest/gtest.h>

namespace sohoa::test {
namespace {

Json page_of(const std::vector<std::string>& words) {
  Json line = Json::object({{"words", Json::array()}});
  for (const std::string& word : words) {
    line["words"].push_back({{"text", word},
                             {"confidence", 0.5},
                             {"box", {{"left", 1}, {"top", 2}, {"right", 3}, {"bottom", 4}}}});
  }
  Json page;
  page["blocks"] = Json::array({Json::object({{"lines", Json::array({line})}})});
  return page;
}

TEST(Errors, AWordThatIsReadOnceTooOftenIsWrong) {
  const auto wrong = wrong_words("một hai", page_of({"một", "một", "hai"}));
  ASSERT_EQ(wrong.size(), 1U);
  EXPECT_EQ(wrong[0].text, "một");
  EXPECT_EQ(wrong[0].box.right, 3);
}

TEST(Errors, WhatNeedNotBeReadIsNotWrong) {
  EXPECT_TRUE(wrong_words("một {{hai}}", page_of({"hai", "một"})).empty());
}

TEST(Errors, MissedWordsAreThoseOfTheTruth) {
  EXPECT_EQ(missed_words("một hai hai {{ba}}", "hai bốn"),
            (std::vector<std::string>{"hai", "một"}));
}

}  // namespace
}  // namespace sohoa::test
