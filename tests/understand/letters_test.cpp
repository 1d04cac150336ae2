#include "pipeline/understand/letters.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <limits>
#include <random>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace sohoa {
namespace {

constexpr double kAny = std::numeric_limits<double>::infinity();

double between(std::string_view a, std::string_view b, double bound = kAny) {
  return distance(letters_of(a), letters_of(b), bound);
}

double alike(std::string_view a, std::string_view b, double least = 0) {
  return likeness(letters_of(a), letters_of(b), least);
}

/// Some syllables that differ in marks, in letters taken for each other and in others.
std::string made_up(std::mt19937& random) {
  static const std::array<const char*, 8> kPieces = {"á", "a", "ă", "l", "1", "o", "0", "k"};
  std::string text;
  for (auto left = random() % 9; left > 0; --left) text += kPieces[random() % kPieces.size()];
  return text;
}

TEST(Letters, AreAllThatTextsAreComparedBy) {
  EXPECT_EQ(letters_of("Số: 47/QĐ-UBND").size(), std::string("So47QDUBND").size());
  EXPECT_TRUE(letters_of("… – (.;:)").empty());
  EXPECT_TRUE(letters_of("").empty());
}

TEST(Letters, HaveNoCase) {
  EXPECT_EQ(letters_of("ỦY BAN NHÂN DÂN"), letters_of("ủy ban nhân dân"));
}

TEST(Letters, KnowThemselvesWithoutMarks) {
  const Letters letters = letters_of("Đồ9");
  ASSERT_EQ(letters.size(), 3u);
  EXPECT_EQ(letters[0].whole, U'đ');
  EXPECT_EQ(letters[0].base, 'd');
  EXPECT_EQ(letters[1].whole, U'ồ');
  EXPECT_EQ(letters[1].base, 'o');
  EXPECT_EQ(letters[2].base, '9');
}

TEST(Letters, BytesThatAreNoTextAreNone) { EXPECT_EQ(letters_of("a\xff\xc3z"), letters_of("az")); }

TEST(CapitalShare, CountsLettersOnly) {
  EXPECT_EQ(capital_share("ỦY BAN 2026 - Đ"), 1);
  EXPECT_EQ(capital_share("ủy ban 2026"), 0);
  EXPECT_EQ(capital_share("Năm"), 1.0 / 3);
  EXPECT_EQ(capital_share("2026"), 0) << "no letters";
  EXPECT_EQ(capital_share(""), 0);
}

TEST(Distance, IsNoneBetweenTheSameLetters) {
  EXPECT_EQ(between("Quyết định", "QUYẾT  ĐỊNH"), 0);
  EXPECT_EQ(between("", ""), 0);
}

TEST(Distance, WrongMarkCostsLessThanAWrongLetter) {
  EXPECT_DOUBLE_EQ(between("tháng", "thang"), kMarkCost);
  EXPECT_DOUBLE_EQ(between("đ", "d"), kMarkCost);
  EXPECT_DOUBLE_EQ(between("tháng", "thánk"), 1);
  EXPECT_DOUBLE_EQ(between("tháng", "thán"), 1);
  EXPECT_DOUBLE_EQ(between("", "tháng"), 5);
}

TEST(Distance, WhatReadersConfuseLiesBetween) {
  for (const auto& [a, b] : std::vector<std::pair<const char*, const char*>>{{"i", "l"},
                                                                             {"1", "l"},
                                                                             {"j", "1"},
                                                                             {"o", "0"},
                                                                             {"Q", "0"},
                                                                             {"s", "5"},
                                                                             {"B", "8"},
                                                                             {"z", "2"},
                                                                             {"g", "9"}}) {
    EXPECT_DOUBLE_EQ(between(a, b), kConfusionCost) << a << b;
    EXPECT_DOUBLE_EQ(change_cost(letters_of(a)[0], letters_of(b)[0]), kConfusionCost);
  }
  EXPECT_LT(kMarkCost, kConfusionCost);
  EXPECT_LT(kConfusionCost, 1);
  EXPECT_DOUBLE_EQ(between("o", "8"), 1) << "groups have nothing in common";
}

TEST(Distance, BoundIsExactAtItsEdge) {
  for (const auto& [a, b, cost] :
       std::vector<std::tuple<const char*, const char*, double>>{{"tháng", "thang", kMarkCost},
                                                                 {"lso", "150", 3 * kConfusionCost},
                                                                 {"abc", "axy", 2},
                                                                 {"abcd", "bcda", 2}}) {
    EXPECT_DOUBLE_EQ(between(a, b, cost + 1e-9), cost) << a;
    EXPECT_TRUE(std::isinf(between(a, b, cost - 1e-9))) << a;
  }
  EXPECT_EQ(between("abc", "axy", 2), 2) << "as much as the bound is not more";
  EXPECT_EQ(between("abc", "abc", 0), 0);
}

TEST(Distance, BoundOnlySavesTime) {
  std::mt19937 random(7);
  for (int i = 0; i < 2000; ++i) {
    const std::string a = made_up(random), b = made_up(random);
    const double far = between(a, b);
    EXPECT_DOUBLE_EQ(between(b, a), far) << a << " " << b;
    for (const double bound : {0.0, 0.3, 0.9, 1.7, 4.5}) {
      const double bounded = between(a, b, bound);
      if (far <= bound) {
        EXPECT_DOUBLE_EQ(bounded, far) << a << " " << b;
      } else {
        EXPECT_TRUE(std::isinf(bounded)) << a << " " << b;
      }
    }
  }
}

TEST(Likeness, IsOneForTheSameAndNoneForNothingInCommon) {
  EXPECT_EQ(alike("QUYẾT ĐỊNH", "Quyết định"), 1);
  EXPECT_EQ(alike("abc", "xyu"), 0);
  EXPECT_EQ(alike("", ""), 0) << "nothing is like nothing";
  EXPECT_EQ(alike("abc", ""), 0);
}

TEST(Likeness, IsOfTheLongerOnesLength) {
  EXPECT_DOUBLE_EQ(alike("abcdefgh", "abcd"), 0.5);
  EXPECT_DOUBLE_EQ(alike("abcd", "abcdefgh"), 0.5);
}

TEST(Likeness, BelowTheLeastIsNone) {
  EXPECT_GT(alike("abcdefgh", "abcdefgx", 0.87), 0);
  EXPECT_EQ(alike("abcdefgh", "abcdefgx", 0.88), 0);
}

TEST(Likeness, AsMuchAsTheLeastIsEnough) {
  EXPECT_DOUBLE_EQ(alike("abcdefgh", "abcdefgx", 0.875), 0.875);
  EXPECT_DOUBLE_EQ(alike("abcdefghik", "abcdefghix", 0.9), 0.9);
}

}  // namespace
}  // namespace sohoa
