#include "pipeline/understand/find_in.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <random>
#include <string_view>

namespace sohoa {
namespace {

std::optional<Stretch> find(std::string_view text, std::string_view needle, double least) {
  return find_in(letters_of(text), letters_of(needle), least);
}

Letters made_up(std::mt19937& random, std::size_t count) {
  static const Letters kFew = letters_of("aáo0k");
  Letters letters;
  while (letters.size() < count) letters.push_back(kFew[random() % kFew.size()]);
  return letters;
}

/// The least distance of any stretch, by trying all.
double least_distance(const Letters& text, const Letters& needle) {
  double least = std::numeric_limits<double>::infinity();
  for (std::size_t first = 0; first <= text.size(); ++first) {
    for (std::size_t end = first; end <= text.size(); ++end) {
      least = std::min(least, distance(std::span(text).subspan(first, end - first), needle,
                                       std::numeric_limits<double>::infinity()));
    }
  }
  return least;
}

TEST(FindIn, FindsTheStretchWhereverItStands) {
  const auto found = find("Họ và tên: Trần Văn Mẫu", "Trần", 0.8);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->first, std::string_view("Hovaten").size());
  EXPECT_EQ(found->end, found->first + 4);
  EXPECT_EQ(found->likeness, 1);
}

TEST(FindIn, ForgivesWhatTheLeastAllows) {
  const auto found = find("Giới tlnh: Nam", "Giới tính", 0.9);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->first, 0u);
  EXPECT_EQ(found->end, 8u);
  EXPECT_DOUBLE_EQ(found->likeness, 1 - kConfusionCost / 8);
  EXPECT_FALSE(find("Giới tlnh: Nam", "Giới tính", 0.96));
}

TEST(FindIn, EarliestOfEquals) {
  const auto found = find("Dân tộc: Kinh, Dân tộc: Tày", "Dân tộc", 0.8);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->first, 0u);
}

TEST(FindIn, BetterOneFurtherOnWins) {
  const auto found = find("Dan toc, Dân tộc", "Dân tộc", 0.8);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->first, 6u);
}

TEST(FindIn, NothingIsNowhere) {
  EXPECT_FALSE(find("", "abc", 0));
  EXPECT_FALSE(find("abc", "", 0));
  EXPECT_FALSE(find("abc", "xyuv", 0.5));
}

TEST(FindIn, IsAsGoodAsTryingAllStretches) {
  std::mt19937 random(11);
  for (int i = 0; i < 400; ++i) {
    const Letters text = made_up(random, 1 + random() % 9);
    const Letters needle = made_up(random, 1 + random() % 5);
    const double least = 0.5;
    const double best = least_distance(text, needle);
    const auto found = find_in(text, needle, least);
    const auto length = static_cast<double>(needle.size());
    if (best > length * (1 - least) + 1e-9) {
      EXPECT_FALSE(found);
      continue;
    }
    ASSERT_TRUE(found);
    EXPECT_NEAR(found->likeness, 1 - best / length, 1e-9);
    const auto there = std::span(text).subspan(found->first, found->end - found->first);
    EXPECT_NEAR(distance(there, needle, 100), best, 1e-9) << "it is the stretch that it tells of";
  }
}

}  // namespace
}  // namespace sohoa
