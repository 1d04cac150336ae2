#include "tests/quality/score.h"

#include <algorithm>
#include <vector>

#include "pipeline/base/text.h"
#include "tests/quality/nearest_stretch.h"
#include "tests/quality/truth.h"
#include "tests/quality/word_counts.h"

namespace sohoa::test {

namespace {

WordCounts with_plain_letters(const WordCounts& counts) {
  WordCounts plain;
  for (const auto& [word, count] : counts) plain[without_marks(word)] += count;
  return plain;
}

constexpr double kLikeMax = 0.5;  // changed letters of a misread word, to its length

bool has_digit(const std::string& word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// How many of the missed words have nothing like them among the others that were read.
int count_lost(const WordCounts& missed, WordCounts others) {
  int lost = 0;
  for (const auto& [word, count] : missed) {
    const std::u32string wanted = to_code_points(word);
    const auto allowed = static_cast<long>(kLikeMax * static_cast<double>(wanted.size()));
    for (int i = 0; i < count; ++i) {
      const auto like = std::find_if(others.begin(), others.end(), [&](const auto& other) {
        return other.second > 0 &&
               nearest_stretch_distance(wanted, to_code_points(other.first)) <= allowed;
      });
      if (like == others.end()) {
        ++lost;
      } else {
        --like->second;
      }
    }
  }
  return lost;
}

void score_words(const Truth& truth, std::string_view read, Score& score) {
  WordCounts required = count_words(truth.required);
  WordCounts optional = count_words(truth.optional);
  WordCounts found = count_words(read);
  score.truth_words = total(required);
  score.read_words = total(found);
  score.found_words = total(take_common(required, found));
  score.read_words -= total(take_common(optional, found));
  for (const auto& [word, count] : required) {
    if (has_digit(word)) score.wrong_digit_words += count;
  }
  score.lost_words = count_lost(required, found);
  WordCounts missed = with_plain_letters(required);
  WordCounts extra = with_plain_letters(found);
  score.wrong_mark_words = total(take_common(missed, extra));
}

void score_lines(const Truth& truth, std::string_view read, Score& score) {
  std::u32string read_line;
  for (const std::string& word : split_words(to_nfc(read))) {
    if (!read_line.empty()) read_line += U' ';
    read_line += to_code_points(word);
  }
  for (const std::u32string& line : truth.lines) {
    score.truth_characters += static_cast<long>(line.size());
    score.character_errors += nearest_stretch_distance(line, read_line);
  }
}

double share(double part, double whole) { return whole > 0 ? part / whole : 0; }

}  // namespace

Score& Score::operator+=(const Score& other) {
  pages += other.pages;
  truth_words += other.truth_words;
  read_words += other.read_words;
  found_words += other.found_words;
  wrong_mark_words += other.wrong_mark_words;
  wrong_digit_words += other.wrong_digit_words;
  lost_words += other.lost_words;
  truth_characters += other.truth_characters;
  character_errors += other.character_errors;
  edges += other.edges;
  calibration += other.calibration;
  return *this;
}

double Score::word_recall() const { return share(found_words, truth_words); }
double Score::word_precision() const { return share(found_words, read_words); }
double Score::line_cer() const {
  return share(static_cast<double>(character_errors), static_cast<double>(truth_characters));
}
double Score::tone_only_share() const { return share(wrong_mark_words, truth_words); }

Score score_page(std::string_view truth_text, std::string_view read) {
  const Truth truth = parse_truth(truth_text);
  Score score;
  score.pages = 1;
  score_words(truth, read, score);
  score_lines(truth, read, score);
  return score;
}

GuardEffect& GuardEffect::operator+=(const GuardEffect& other) {
  mended += other.mended;
  broken += other.broken;
  return *this;
}

GuardEffect guard_effect(std::string_view truth_text, std::string_view without,
                         std::string_view with_guard) {
  const auto right_words = [&](std::string_view read) {
    WordCounts required = count_words(parse_truth(truth_text).required);
    WordCounts found = count_words(read);
    return take_common(required, found);
  };
  WordCounts before = right_words(without), after = right_words(with_guard);
  take_common(before, after);
  return {total(after), total(before)};
}

}  // namespace sohoa::test
