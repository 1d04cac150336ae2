#pragma once

#include <array>
#include <vector>

#include "pipeline/understand/marks/word_evidence.h"

namespace sohoa {

/// 1, contrast, width, blueness, paleness, doubt, height, length, label, tall digits, neighbours.
using WordFeatures = std::array<double, 11>;

/// `neighbours`: what was said of the words beside it, −4 … 4.
WordFeatures features_of(const WordEvidence& word, double neighbours);

double weighted(const WordFeatures& features, const WordFeatures& weights);

/// Means over the two words to the left and right on the same line, of scores between −4 and 4;
/// −2 where there are none.
std::vector<double> neighbours_of(const std::vector<WordEvidence>& words,
                                  const std::vector<double>& scores);

/// Log odds that a word is by pen, beside its neighbours; above 0 it is. Two logistic models: the
/// second knows what the first says of the words around. Weights as `sohoa_marks --train` fits
/// them on generated pages.
std::vector<double> scores_of(const std::vector<WordEvidence>& words);

inline constexpr WordFeatures kAlone{-3.70, -19.2,  -1.05, 3.33, 7.0, 4.84,
                                     -0.76, -0.122, -0.78, 4.5,  0};
inline constexpr WordFeatures kAmongOthers{-2.04, -14.6, 0.40,  2.25, 4.4, 3.85,
                                           0.05,  -0.17, -1.35, 4.74, 1.02};

inline constexpr double kWordScoreMax = 4;  // of a neighbour: one must not outvote all others

}  // namespace sohoa
