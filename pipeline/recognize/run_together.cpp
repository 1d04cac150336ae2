#include "pipeline/recognize/run_together.h"

#include <algorithm>

#include "pipeline/base/text.h"
#include "pipeline/recognize/letters.h"
#include "pipeline/recognize/syllable.h"

namespace sohoa {

namespace {

using CodePoints = std::u32string;

constexpr std::size_t kMarkedLettersMin = 2;

bool is_marked_syllable(const CodePoints& word) {
  const bool marked = std::any_of(word.begin(), word.end(), [](char32_t c) { return c > 0x7F; });
  return marked && word.size() >= kMarkedLettersMin && is_syllable(to_utf8(word));
}

/// Where the first of the words that `word` is made of ends.
std::size_t end_of_first(const CodePoints& word) {
  for (std::size_t i = 1; i < word.size(); ++i) {
    if (word[i - 1] == U':' && is_letter_or_digit(word[i]) &&
        is_marked_syllable(word.substr(0, i - 1))) {
      return i;
    }
    if (is_digit(word[i - 1]) == is_digit(word[i])) continue;
    const std::size_t next = std::min(word.find_first_of(U"0123456789", i), word.size());
    const std::size_t letters_end = std::min(next, word.find_last_not_of(U".,;:") + 1);
    if (is_digit(word[i]) ? is_marked_syllable(word.substr(0, i))
                          : is_marked_syllable(word.substr(i, letters_end - i))) {
      return i;
    }
  }
  return word.size();
}

}  // namespace

std::vector<std::string> run_together(const std::string& text) {
  std::vector<std::string> words;
  CodePoints rest = to_code_points(text);
  do {
    const std::size_t end = end_of_first(rest);
    words.push_back(to_utf8(rest.substr(0, end)));
    rest.erase(0, end);
  } while (!rest.empty());
  return words;
}

}  // namespace sohoa
