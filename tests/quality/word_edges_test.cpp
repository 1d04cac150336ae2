#include "tests/quality/word_edges.h"

#include <gtest/gtest.h>

#include "models/record/json.h"
#include "tests/quality/worn_page.h"

namespace sohoa::test {
namespace {

Json truth_of(const std::vector<std::pair<std::string, Box>>& words) {
  Json entries = Json::array();
  for (const auto& [text, box] : words) {
    entries.push_back(
        {{"text", text}, {"box", {box.left, box.top, box.right, box.bottom}}, {"ink", "print"}});
  }
  return {{"lines", {{{"words", entries}}}}};
}

Json page_of(const std::vector<std::pair<std::string, Box>>& words) {
  TextPage page;
  page.width = 1000;
  page.height = 2000;
  page.dpi = {300, 300};
  Line line;
  for (const auto& [text, box] : words) line.words.push_back({text, box, 1});
  page.blocks.push_back({BlockKind::kText, {}, {line}});
  return json_of(page);
}

WordEdges edges_on(const std::string& paper, const std::string& wear, double skew_degrees) {
  const Scan drawn = worn_page(paper, wear, skew_degrees, 21);
  return edges_of(json_of(drawn.truth), json_of(read_worn(drawn)));
}

void expect_within(const WordEdges& edges, std::size_t words_min, double ends, double sides) {
  EXPECT_GE(edges.ends.size(), words_min);
  EXPECT_GE(share_within(edges.ends, kEdgeErrorMax), ends);
  EXPECT_GE(share_within(edges.sides, kEdgeErrorMax), sides);
}

}  // namespace

TEST(WordEdges, AreComparedBetweenWordsThatSayTheSame) {
  const WordEdges edges =
      edges_of(truth_of({{"một", {10, 10, 60, 40}}, {"hai", {80, 10, 120, 40}}}),
               page_of({{"một", {11, 10, 57, 45}}, {"hại", {80, 10, 120, 40}}}));
  EXPECT_EQ(edges.ends, std::vector<double>{3});
  EXPECT_EQ(edges.sides, std::vector<double>{5});
}

TEST(WordEdges, OfAWordThatStandsTwiceAreThoseOfTheNearest) {
  const WordEdges edges = edges_of(truth_of({{"và", {10, 10, 60, 40}}, {"và", {80, 10, 130, 40}}}),
                                   page_of({{"và", {81, 10, 130, 40}}}));
  EXPECT_EQ(edges.ends, std::vector<double>{1});
}

TEST(WordEdges, AreSummedUpByShareAndPercentile) {
  const std::vector<double> errors = {3, 0, 1, 2};
  EXPECT_DOUBLE_EQ(share_within(errors, 2), 0.75);
  EXPECT_DOUBLE_EQ(percentile(errors, 0.75), 2);
  EXPECT_DOUBLE_EQ(percentile(errors, 1), 3);
  EXPECT_DOUBLE_EQ(percentile({}, 0.99), 0);
}

// Floors: they may only rise.

TEST(WordEdges, OfACleanPageAreThoseOfItsInk) {
  expect_within(edges_on("quyet-dinh", "clean", 0.1), 250, 0.995, 0.995);
}

// The truth of a page that leans has boxes around leaning boxes: wide words are less high.
TEST(WordEdges, OfALeaningPageAreThoseOfItsInk) {
  expect_within(edges_on("cong-van", "clean", -0.8), 230, 0.995, 0.97);
  expect_within(edges_on("to-trinh", "skewed", 3), 250, 0.995, 0.995);
}

TEST(WordEdges, OfABlackAndWhitePageAreThoseOfItsInk) {
  expect_within(edges_on("cong-van", "mono", 0.2), 230, 0.99, 0.99);
}

TEST(WordEdges, OfAFormReachNotIntoItsDottedRules) {
  expect_within(edges_on("de-nghi-ho-kinh-doanh", "clean", 0.1), 150, 0.99, 0.99);
  expect_within(edges_on("giay-khai-sinh", "clean", 0.1), 100, 0.99, 0.99);
}

}  // namespace sohoa::test
