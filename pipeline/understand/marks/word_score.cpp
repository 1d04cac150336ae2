#include "pipeline/understand/marks/word_score.h"

#include <algorithm>

namespace sohoa {

namespace {

constexpr double kNoNeighbours = -2;
constexpr int kNeighbours = 2;           // words on each side
constexpr double kPrintedDigits = 1.45;  // height, in x-heights

}  // namespace

WordFeatures features_of(const WordEvidence& word, double neighbours) {
  const double tall = word.is_digits ? std::clamp(word.above - kPrintedDigits, 0.0, 0.6) : 0;
  return {1,
          std::clamp(word.contrast, -0.5, 0.5),
          std::clamp(word.width, -0.5, 1.0),
          std::clamp(word.blueness, 0.0, 0.5),
          std::clamp(word.paleness, -0.1, 0.3),
          word.doubt,
          std::clamp(word.above, 0.8, 2.6),
          word.length,
          word.is_label ? 1.0 : 0.0,
          tall,
          neighbours};
}

double weighted(const WordFeatures& features, const WordFeatures& weights) {
  double sum = 0;
  for (std::size_t i = 0; i < features.size(); ++i) sum += features[i] * weights[i];
  return sum;
}

std::vector<double> neighbours_of(const std::vector<WordEvidence>& words,
                                  const std::vector<double>& scores) {
  std::vector<double> neighbours(words.size(), kNoNeighbours);
  const int count = static_cast<int>(words.size());
  for (int i = 0; i < count; ++i) {
    double sum = 0;
    int beside = 0;
    for (int j = std::max(0, i - kNeighbours); j <= std::min(count - 1, i + kNeighbours); ++j) {
      if (j == i || words[j].line != words[i].line) continue;
      sum += std::clamp(scores[j], -kWordScoreMax, kWordScoreMax);
      ++beside;
    }
    if (beside > 0) neighbours[i] = sum / beside;
  }
  return neighbours;
}

std::vector<double> scores_of(const std::vector<WordEvidence>& words) {
  std::vector<double> scores;
  scores.reserve(words.size());
  for (const WordEvidence& word : words) scores.push_back(weighted(features_of(word, 0), kAlone));
  const std::vector<double> neighbours = neighbours_of(words, scores);
  for (std::size_t i = 0; i < words.size(); ++i) {
    scores[i] = weighted(features_of(words[i], neighbours[i]), kAmongOthers);
  }
  return scores;
}

}  // namespace sohoa
