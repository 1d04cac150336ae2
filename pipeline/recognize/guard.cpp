#include "pipeline/recognize/guard.h"

#include <algorithm>
#include <limits>
#include <map>
#include <utility>

#include "pipeline/base/text.h"
#include "pipeline/recognize/letters.h"
#include "pipeline/recognize/names.h"
#include "pipeline/recognize/syllable.h"

namespace sohoa {

namespace {

// How much a nat of the language weighs against one of the network. Chosen on half of the scored
// pages.
constexpr double kLanguageWeight = 0.5;

// ln of the share of all unknown words that one of them has: a name may well be a syllable that the
// acts do not hold, hardly anything else.
constexpr double kUnknownSyllable = -8, kUnknownWord = -11;

/// A word as the language model takes it.
struct Token {
  int word = LanguageModel::kNone;
  double extra = 0;  // ln P beyond that of the word
};

Token token_of(const LanguageModel& language, const std::string& text) {
  const std::string bare = case_folded(without_punctuation(text));
  if (bare.empty()) return {};
  if (std::any_of(bare.begin(), bare.end(), [](char c) { return c >= '0' && c <= '9'; })) {
    return {language.number(), 0};
  }
  const int word = language.word(bare);
  if (word != LanguageModel::kNone) return {word, 0};
  return {language.other(), is_syllable(bare) ? kUnknownSyllable : kUnknownWord};
}

std::vector<std::string> first_readings(const std::vector<WordReadings>& line) {
  std::vector<std::string> words;
  words.reserve(line.size());
  for (const WordReadings& readings : line) words.push_back(readings.front().text);
  return words;
}

/// The best way to the readings of one place, by the last two words.
struct Path {
  double score = 0;
  std::vector<std::size_t> choices;
};

using Paths = std::map<std::pair<int, int>, Path>;

}  // namespace

bool is_plain_word(const std::string& text) {
  const std::u32string letters = to_code_points(without_punctuation(text));
  return !letters.empty() && std::all_of(letters.begin(), letters.end(), [](char32_t c) {
    return is_letter_or_digit(c) && !is_digit(c);
  });
}

std::vector<std::size_t> choose_readings(const LanguageModel& language,
                                         const std::vector<WordReadings>& line) {
  Paths paths{{{LanguageModel::kNone, LanguageModel::kNone}, {}}};
  const std::vector<bool> names = given_names(first_readings(line));
  for (std::size_t at = 0; at < line.size(); ++at) {
    const WordReadings& readings = line[at];
    const std::size_t choices = names[at] ? 1 : readings.size();  // the network's own comes first
    std::vector<Token> tokens;
    for (const WordReading& reading : readings) tokens.push_back(token_of(language, reading.text));
    Paths next;
    for (const auto& [context, path] : paths) {
      for (std::size_t i = 0; i < choices; ++i) {
        const Token& token = tokens[i];
        std::pair<int, int> reached = context;
        double score = path.score + readings[i].log_probability;
        if (token.word != LanguageModel::kNone) {
          score +=
              kLanguageWeight *
              (language.log_probability(context.first, context.second, token.word) + token.extra);
          reached = {context.second, token.word};
        }
        const auto [found, added] = next.try_emplace(reached);
        if (!added && found->second.score >= score) continue;
        found->second.score = score;
        found->second.choices = path.choices;
        found->second.choices.push_back(i);
      }
    }
    paths = std::move(next);
  }
  const auto best = std::max_element(paths.begin(), paths.end(), [](const auto& a, const auto& b) {
    return a.second.score < b.second.score;
  });
  return best->second.choices;
}

}  // namespace sohoa
