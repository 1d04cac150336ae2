#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "pipeline/recognize/lstm/decode.h"

namespace sohoa {
namespace {

// Labels: a space, two letters, and null.
enum Label { kSpace, kA, kB, kNull, kLabelCount };

Charset charset() { return {{" ", "a", "b", ""}, {kSpaceCharacter, 1, 2, -1}}; }

/// Steps of which the network is sure: one a sign, '-' for null.
std::vector<RankedLabels> steps_of(const std::string& signs) {
  std::vector<RankedLabels> steps;
  for (const char sign : signs) {
    const int label = sign == '-' ? kNull : sign == ' ' ? kSpace : sign == 'a' ? kA : kB;
    steps.push_back({label, label == kNull ? kA : kNull, 0.98F, 0.01F});
  }
  return steps;
}

std::vector<DecodedWord> decoded(const std::vector<RankedLabels>& steps) {
  return decode_greedily(steps, charset(), kNull);
}

std::vector<std::string> texts_of(const std::string& signs) {
  std::vector<std::string> texts;
  for (const DecodedWord& word : decoded(steps_of(signs))) texts.push_back(word.text);
  return texts;
}

TEST(DecodeGreedily, RepeatsAreOneCharacter) {
  EXPECT_EQ(texts_of("--aaa-bb"), std::vector<std::string>{"ab"});
  EXPECT_EQ(texts_of("aab"), std::vector<std::string>{"ab"});
}

TEST(DecodeGreedily, ANullBetweenThemMakesTwo) {
  EXPECT_EQ(texts_of("aa-a"), std::vector<std::string>{"aa"});
}

TEST(DecodeGreedily, SpacesPartWords) {
  EXPECT_EQ(texts_of("a b"), (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(texts_of("  a- - b  "), (std::vector<std::string>{"a", "b"}));
}

TEST(DecodeGreedily, NothingGivesNoWords) {
  EXPECT_TRUE(texts_of("").empty());
  EXPECT_TRUE(texts_of("----").empty());
  EXPECT_TRUE(texts_of(" - ").empty());
}

TEST(DecodeGreedily, AWordOwnsTheStepsBetweenSpaces) {
  const std::vector<DecodedWord> words = decoded(steps_of("-ab-  -b--"));
  ASSERT_EQ(words.size(), 2U);
  EXPECT_EQ(words[0].first, 0);
  EXPECT_EQ(words[0].end, 4);
  EXPECT_EQ(words[1].first, 6);
  EXPECT_EQ(words[1].end, 10);
  ASSERT_EQ(words[0].runs.size(), 2U);
  EXPECT_EQ(words[0].runs[1].label, kB);
  EXPECT_EQ(words[0].runs[1].first, 2);
  EXPECT_EQ(words[0].runs[1].end, 3);
}

TEST(DecodeGreedily, AWordIsAsLikelyAsItsWeakestPlace) {
  std::vector<RankedLabels> steps = steps_of("aa-b");
  steps[0].first_probability = 0.4F;  // the letter's other step is sure
  EXPECT_NEAR(decoded(steps).at(0).probability, 0.98, 1e-6);
  steps[3].first_probability = 0.6F;
  EXPECT_NEAR(decoded(steps).at(0).probability, 0.6, 1e-6);
}

TEST(DecodeGreedily, AnotherLetterThatMayStandBetweenTwoIsADoubt) {
  std::vector<RankedLabels> steps = steps_of("a-a");
  steps[1] = {kNull, kB, 0.7F, 0.3F};
  EXPECT_NEAR(decoded(steps).at(0).probability, 0.7, 1e-6);
  steps[1] = {kNull, kA, 0.7F, 0.3F};
  EXPECT_NEAR(decoded(steps).at(0).probability, 0.98, 1e-6);
}

/// Logits of steps with these probabilities of a space, a, b and null.
std::vector<Candidate> readings_of(const std::vector<std::vector<double>>& steps) {
  std::vector<float> logits;
  std::vector<RankedLabels> ranked;
  for (const std::vector<double>& step : steps) {
    for (const double probability : step) {
      logits.push_back(static_cast<float>(std::log(probability) + 5));
    }
    const auto best = std::max_element(step.begin(), step.end());
    ranked.push_back({static_cast<int>(best - step.begin()), 0, static_cast<float>(*best), 0});
  }
  return likely_readings(logits, ranked, kNull, kSpace);
}

TEST(LikelyReadings, TheBestPathComesFirst) {
  const std::vector<Candidate> readings =
      readings_of({{0.01, 0.7, 0.2, 0.09}, {0.01, 0.1, 0.09, 0.8}, {0.01, 0.3, 0.6, 0.09}});
  ASSERT_GE(readings.size(), 2U);
  EXPECT_EQ(readings[0].labels, (std::vector<int>{kA, kB}));
  EXPECT_NEAR(readings[0].log_probability, std::log(0.7 * 0.8 * 0.6), 1e-4);
  for (std::size_t i = 1; i < readings.size(); ++i) {
    EXPECT_GE(readings[i - 1].log_probability, readings[i].log_probability);
  }
}

TEST(LikelyReadings, TheSecondBestLetterIsAmongThem) {
  const std::vector<Candidate> readings =
      readings_of({{0.01, 0.5, 0.4, 0.09}, {0.01, 0.1, 0.09, 0.8}, {0.01, 0.9, 0.06, 0.03}});
  EXPECT_TRUE(std::any_of(readings.begin(), readings.end(), [](const Candidate& reading) {
    return reading.labels == std::vector<int>{kB, kA};
  }));
}

TEST(LikelyReadings, ADoubledLetterNeedsANullBetween) {
  const std::vector<Candidate> readings =
      readings_of({{0.01, 0.9, 0.01, 0.08}, {0.01, 0.9, 0.01, 0.08}});
  EXPECT_EQ(readings[0].labels, std::vector<int>{kA});
  for (const Candidate& reading : readings) {
    EXPECT_NE(reading.labels, (std::vector<int>{kA, kA}));
  }
}

TEST(LikelyReadings, NoneHasASpace) {
  for (const Candidate& reading : readings_of({{0.9, 0.05, 0.03, 0.02}})) {
    EXPECT_EQ(std::count(reading.labels.begin(), reading.labels.end(), kSpace), 0);
  }
}

TEST(LikelyReadings, NoStepsReadAsNothing) {
  const std::vector<Candidate> readings = readings_of({});
  ASSERT_EQ(readings.size(), 1U);
  EXPECT_TRUE(readings[0].labels.empty());
}

}  // namespace
}  // namespace sohoa
