#include "pipeline/recognize/noise.h"

#include <algorithm>

#include "pipeline/recognize/syllable.h"

namespace sohoa {

namespace {

// On real scans 9 of 10 words under the first bound are no words of the page; a piece with nothing
// believable in it is a scribble.
constexpr double kConfidenceMin = 0.3;
constexpr double kBestConfidenceMin = 0.5;

bool has_letters(const Word& word) { return !without_punctuation(word.text).empty(); }

// No scribble is read as one.
bool is_mail_address(const Word& word) {
  const std::size_t at = word.text.find('@');
  return at != std::string::npos && at > 1 && word.text.find('.', at) != std::string::npos;
}

}  // namespace

void drop_noise(std::vector<Word>& words) {
  std::erase_if(words, [](const Word& word) { return word.confidence < kConfidenceMin; });
  const bool believable = std::any_of(words.begin(), words.end(), [](const Word& word) {
    return has_letters(word) && (word.confidence >= kBestConfidenceMin || is_mail_address(word));
  });
  if (!believable) words.clear();
}

}  // namespace sohoa
