#include "pipeline/recognize/known_words.h"

#include <algorithm>
#include <string>
#include <utility>

#include "pipeline/base/text.h"

namespace sohoa {

namespace {

constexpr std::size_t kLettersMin = 2;  // of a word; one is a list's

bool is_letter(const std::string& text) {
  const std::string plain = without_marks(text);
  return plain.size() == 1 && plain[0] >= 'a' && plain[0] <= 'z';
}

/// `12.`, `3)`: digits, then a full stop or a parenthesis.
bool is_number(const std::string& text) {
  const std::size_t end = std::min(text.find_first_not_of("0123456789"), text.size());
  return end > 0 && (text.substr(end) == "." || text.substr(end) == ")");
}

}  // namespace

KnownWords::KnownWords(Charset charset, ByteView words)
    : charset_(std::move(charset)), words_(words) {
  for (const std::string& text : charset_.texts) {
    const std::string small = case_folded(text);
    const auto label = std::find(charset_.texts.begin(), charset_.texts.end(), small);
    const bool letter = is_letter(text) && label != charset_.texts.end();
    small_letter_.push_back(letter ? static_cast<int>(label - charset_.texts.begin()) : -1);
  }
}

bool KnownWords::may_be_misread(const std::vector<int>& labels) const {
  const std::vector<int> letters = letters_of(labels);
  if (letters.size() >= kLettersMin) return !contains(labels);
  return letters.size() == 1 && labels.size() > 1 &&
         charset_.texts[static_cast<std::size_t>(letters.front())].size() > 1;
}

bool KnownWords::contains(const std::vector<int>& labels) const {
  if (is_number(text_of(charset_, labels))) return true;
  std::vector<int> letters = letters_of(labels);
  if (letters.size() < kLettersMin) return false;
  for (int& letter : letters) letter = charset_.characters[letter];
  return words_.contains(letters);
}

// The word without the punctuation around it, in small letters; empty when it holds anything else.
std::vector<int> KnownWords::letters_of(const std::vector<int>& labels) const {
  const auto is_letter = [this](int label) { return small_letter_[label] >= 0; };
  const auto first = std::find_if(labels.begin(), labels.end(), is_letter);
  const auto last = std::find_if(labels.rbegin(), std::make_reverse_iterator(first), is_letter);
  std::vector<int> letters(first, last.base());
  if (!std::all_of(letters.begin(), letters.end(), is_letter)) return {};
  for (int& letter : letters) letter = small_letter_[letter];
  return letters;
}

}  // namespace sohoa
