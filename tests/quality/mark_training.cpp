#include "tests/quality/mark_training.h"

#include <cmath>
#include <utility>

namespace sohoa::test {

namespace {

constexpr std::size_t kCount = std::tuple_size_v<WordFeatures>;
constexpr double kRidge = 1e-3;
constexpr double kPenWeight = 2;
constexpr int kSteps = 40;

struct Example {
  WordFeatures features{};
  double by_pen = 0;
};

using System = std::array<std::array<double, kCount + 1>, kCount>;

/// Gauss–Jordan with the largest pivot; the last column is the right side.
WordFeatures solved(System system) {
  for (std::size_t i = 0; i < kCount; ++i) {
    std::size_t pivot = i;
    for (std::size_t row = i + 1; row < kCount; ++row) {
      if (std::abs(system[row][i]) > std::abs(system[pivot][i])) pivot = row;
    }
    std::swap(system[i], system[pivot]);
    for (std::size_t row = 0; row < kCount; ++row) {
      if (row == i) continue;
      const double factor = system[row][i] / system[i][i];
      for (std::size_t column = i; column <= kCount; ++column) {
        system[row][column] -= factor * system[i][column];
      }
    }
  }
  WordFeatures solution{};
  for (std::size_t i = 0; i < kCount; ++i) solution[i] = system[i][kCount] / system[i][i];
  return solution;
}

WordFeatures fitted(const std::vector<Example>& examples) {
  WordFeatures weights{};
  const double share = 1.0 / static_cast<double>(examples.size());
  for (int step = 0; step < kSteps; ++step) {
    System system{};
    for (std::size_t i = 0; i < kCount; ++i) {
      system[i][i] = kRidge;
      system[i][kCount] = kRidge * weights[i];
    }
    for (const Example& example : examples) {
      const double odds = 1 / (1 + std::exp(-weighted(example.features, weights)));
      const double weight = share * (example.by_pen > 0.5 ? kPenWeight : 1);
      for (std::size_t i = 0; i < kCount; ++i) {
        system[i][kCount] += weight * (odds - example.by_pen) * example.features[i];
        for (std::size_t j = 0; j < kCount; ++j) {
          system[i][j] += weight * odds * (1 - odds) * example.features[i] * example.features[j];
        }
      }
    }
    const WordFeatures change = solved(system);
    for (std::size_t i = 0; i < kCount; ++i) weights[i] -= change[i];
  }
  return weights;
}

}  // namespace

TrainedWeights train(const std::vector<TrainingPage>& pages) {
  TrainedWeights trained;
  std::vector<Example> examples;
  const auto take = [&](const TrainingPage& page, const std::vector<double>& neighbours) {
    for (std::size_t i = 0; i < page.words.size(); ++i) {
      if (page.by_pen[i] < 0 || !page.words[i].is_measured) continue;
      examples.push_back({features_of(page.words[i], neighbours[i]), page.by_pen[i]});
    }
  };
  for (const TrainingPage& page : pages) take(page, std::vector<double>(page.words.size()));
  if (examples.empty()) return trained;
  trained.alone = fitted(examples);
  examples.clear();
  for (const TrainingPage& page : pages) {
    std::vector<double> scores;
    for (const WordEvidence& word : page.words) {
      scores.push_back(weighted(features_of(word, 0), trained.alone));
    }
    take(page, neighbours_of(page.words, scores));
  }
  trained.among_others = fitted(examples);
  return trained;
}

}  // namespace sohoa::test
