#include "tests/quality/word_counts.h"

#include <algorithm>

#include "pipeline/base/text.h"

namespace sohoa::test {

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

WordCounts take_common(WordCounts& a, WordCounts& b) {
  WordCounts common;
  for (auto& [word, count] : a) {
    const auto other = b.find(word);
    if (other == b.end()) continue;
    const int both = std::min(count, other->second);
    if (both == 0) continue;
    count -= both;
    other->second -= both;
    common[word] = both;
  }
  return common;
}

bool take_one(WordCounts& counts, const std::string& word) {
  const auto found = counts.find(word);
  if (found == counts.end() || found->second == 0) return false;
  --found->second;
  return true;
}

}  // namespace sohoa::test
