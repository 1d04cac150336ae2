#include "tests/quality/score.h"

#include <algorithm>
#include <map>
#include <vector>

#include "pipeline/base/text.h"
#include "tests/quality/nearest_stretch.h"
#include "tests/quality/truth.h"

namespace sohoa::test {

namespace {

using WordCounts = std::map<std::string, int>;

WordCounts count_words(std::string_view text) {
  WordCounts counts;
  for (const std::string& word : split_words(to_nfc(text))) ++counts[word];
  return counts;
}

int total(const WordCounts& counts) {
  int sum = 0;
  for (const auto& [word, count] : counts) sum += count;
  return sum;
}

/// Takes out of both what they have in common; returns how many words that is.
int take_common(WordCounts& a, WordCounts& b) {
  int common = 0;
  for (auto& [word, count] : a) {
    const auto other = b.find(word);
    if (other == b.end()) continue;
    const int both = std::min(count, other->second);
    count -= both;
    other->second -= both;
    common += both;
  }
  return common;
}

WordCounts with_plain_letters(const WordCounts& counts) {
  WordCounts plain;
  for (const auto& [word, count] : counts) plain[without_marks(word)] += count;
  return plain;
}

void score_words(const Truth& truth, std::string_view read, Score& score) {
  WordCounts required = count_words(truth.required);
  WordCounts optional = count_words(truth.optional);
  WordCounts found = count_words(read);
  score.truth_words = total(required);
  score.read_words = total(found);
  score.found_words = take_common(required, found);
  score.read_words -= take_common(optional, found);
  WordCounts missed = with_plain_letters(required);
  WordCounts extra = with_plain_letters(found);
  score.wrong_mark_words = take_common(missed, extra);
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
  truth_characters += other.truth_characters;
  character_errors += other.character_errors;
  edges += other.edges;
  return *this;
}

double Score::word_recall() const { return share(found_words, truth_words); }
double Score::word_precision() const { return share(found_words, read_words); }
double Score::line_cer() const {
  return share(static_cast<double>(character_errors), static_cast<double>(truth_characters));
}
double Score::tone_only_share() const { return share(wrong_mark_words, truth_words - found_words); }

Score score_page(std::string_view truth_text, std::string_view read) {
  const Truth truth = parse_truth(truth_text);
  Score score;
  score.pages = 1;
  score_words(truth, read, score);
  score_lines(truth, read, score);
  return score;
}

}  // namespace sohoa::test
