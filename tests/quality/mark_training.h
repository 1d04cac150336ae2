#pragma once

#include <vector>

#include "pipeline/understand/marks/word_score.h"

namespace sohoa::test {

/// A page's words, and which of them are by pen; words that are not told are left out.
struct TrainingPage {
  std::vector<WordEvidence> words;
  std::vector<double> by_pen;  // 1 by pen, 0 printed, −1 unknown
};

struct TrainedWeights {
  WordFeatures alone{};
  WordFeatures among_others{};
};

/// Logistic regression with a little ridge, by Newton's steps; words by pen count twice.
TrainedWeights train(const std::vector<TrainingPage>& pages);

}  // namespace sohoa::test
