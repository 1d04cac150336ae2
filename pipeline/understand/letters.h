#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace sohoa {

/// A letter or digit as texts are compared by: without case.
struct Letter {
  char32_t whole = 0;  // lower case, NFC: ồ
  char base = 0;       // without marks: o; 0 for letters of other scripts

  bool operator==(const Letter&) const = default;
};

using Letters = std::vector<Letter>;

/// The letters and digits of the text, everything else left out.
Letters letters_of(std::string_view text);

/// The share of the text's letters that are capitals, 0 … 1; 0 for a text without letters.
double capital_share(std::string_view text);

/// How many letters must be put in, left out or changed to make one of the other, where a letter
/// with another mark counts kMarkCost and letters that readers take for each other kConfusionCost.
/// Infinity for more than `bound`.
double distance(std::span<const Letter> a, std::span<const Letter> b, double bound);

/// What distance() counts for one letter in place of another.
double change_cost(const Letter& a, const Letter& b);

inline constexpr double kMarkCost = 0.2;
inline constexpr double kConfusionCost = 0.4;

/// 1 for the same letters, 0 for none in common: 1 − distance / length of the longer one. Returns 0
/// for what is less alike than `least`.
double likeness(std::span<const Letter> a, std::span<const Letter> b, double least = 0);

}  // namespace sohoa
