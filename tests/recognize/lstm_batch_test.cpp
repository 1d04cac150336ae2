#include <gtest/gtest.h>

#include <algorithm>

#include "pipeline/recognize/lstm/batch_network.h"
#include "tests/recognize/line_output.h"
#include "tests/recognize/random_network.h"

namespace sohoa {
namespace {

std::vector<Image> lines_of_all_widths() {
  std::minstd_rand random(2);
  std::vector<Image> lines;
  for (int width = 1; width < 240; width += 4) {
    lines.push_back(test::noise_line(random, width));
  }
  return lines;
}

BatchNetwork network(Activation activation) {
  return {test::random_network(), *usable_kernels().front(), activation};
}

TEST(BatchNetwork, ALineDoesNotDependOnThoseBesideIt) {
  const std::vector<Image> lines = lines_of_all_widths();
  for (const Activation activation : {Activation::kPolynomial, Activation::kTable}) {
    const BatchNetwork batch = network(activation);
    const std::vector<LineOutput> together = batch.run(lines);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      EXPECT_TRUE(test::same_output(batch.run({&lines[i], 1}).at(0), together[i])) << i;
    }
  }
}

TEST(BatchNetwork, TheOrderOfTheLinesDoesNotMatter) {
  const BatchNetwork batch = network(Activation::kPolynomial);
  std::vector<Image> lines = lines_of_all_widths();
  const std::vector<LineOutput> forward = batch.run(lines);
  std::reverse(lines.begin(), lines.end());
  std::vector<LineOutput> backward = batch.run(lines);
  std::reverse(backward.begin(), backward.end());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    EXPECT_TRUE(test::same_output(forward[i], backward[i])) << i;
  }
}

TEST(BatchNetwork, AStepIsAsWideAsAPool) {
  std::minstd_rand random(3);
  std::vector<Image> lines;
  for (const int width : {1, 2, 3, 5, 6, 100}) lines.push_back(test::noise_line(random, width));
  lines.emplace_back();
  std::vector<std::size_t> steps;
  for (const LineOutput& line : network(Activation::kPolynomial).run(lines)) {
    steps.push_back(line.steps.size());
  }
  EXPECT_EQ(steps, (std::vector<std::size_t>{0, 0, 1, 1, 2, 33, 0}));
}

TEST(BatchNetwork, NoLinesGiveNoOutput) {
  EXPECT_TRUE(network(Activation::kPolynomial).run({}).empty());
}

TEST(BatchNetwork, TheLikeliestLabelHasTheHighestLogit) {
  const BatchNetwork batch = network(Activation::kPolynomial);
  std::minstd_rand random(4);
  const Image image = test::noise_line(random, 200);
  const LineOutput line = batch.run({&image, 1}).at(0);
  const int first = 3, count = 60;
  const std::vector<float> logits = batch.label_logits(line, first, count);
  ASSERT_EQ(logits.size(), static_cast<std::size_t>(count) * batch.label_count());
  for (int i = 0; i < count; ++i) {
    const auto step = logits.begin() + static_cast<std::ptrdiff_t>(i) * batch.label_count();
    const auto highest = std::max_element(step, step + batch.label_count());
    EXPECT_EQ(line.steps[first + i].first, highest - step);
    EXPECT_GE(line.steps[first + i].first_probability, line.steps[first + i].second_probability);
  }
}

}  // namespace
}  // namespace sohoa
