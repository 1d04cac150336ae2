#include "pipeline/understand/person_name.h"

#include <algorithm>
#include <array>

#include "pipeline/base/text.h"
#include "pipeline/base/words.h"
#include "pipeline/understand/letters.h"

namespace sohoa {

namespace {

constexpr std::size_t kSyllablesMin = 2;
constexpr std::size_t kSyllablesMax = 6;
constexpr std::size_t kSyllableLettersMax = 7;  // "Nghiêng"

/// What stands before a name: as words, without case.
constexpr std::array<std::string_view, 22> kTitles = {
    "ông",      "bà",       "anh",    "chị",       "cháu",     "ths",     "ts",     "pgs",
    "gs",       "bs",       "bsck1",  "bsck2",     "ks",       "luật sư", "đại tá", "thượng tá",
    "trung tá", "thiếu tá", "đại úy", "thượng úy", "trung úy", "thiếu úy"};

bool is_syllable(std::string_view word) {
  const std::u32string letters = to_code_points(word);
  const std::size_t known = letters_of(word).size();
  // H'Mông and Y-Ban have a sign inside.
  const auto signs =
      static_cast<std::size_t>(std::count_if(letters.begin(), letters.end(), [](char32_t c) {
        return c == U'\'' || c == U'-' || c == 0x2019;
      }));
  if (known == 0 || known + signs != letters.size() || known > kSyllableLettersMax) return false;
  const bool digits = std::any_of(letters.begin(), letters.end(),
                                  [](char32_t c) { return c >= U'0' && c <= U'9'; });
  const std::string first = to_utf8(letters.substr(0, 1));
  return !digits && capitalized(first) == first && case_folded(first) != first;
}

std::vector<std::string> without_titles(std::vector<std::string> words) {
  for (bool more = true; more && words.size() > kSyllablesMin;) {
    more = false;
    for (const std::string_view title : kTitles) {
      const std::size_t count = split_words(title).size();
      if (words.size() < kSyllablesMin + count) continue;
      std::string begin = case_folded(
          joined({words.begin(), words.begin() + static_cast<std::ptrdiff_t>(count)}, " "));
      while (!begin.empty() && (begin.back() == '.' || begin.back() == ':')) begin.pop_back();
      if (begin != title) continue;
      words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(count));
      more = true;
      break;
    }
  }
  return words;
}

}  // namespace

bool looks_like_name(std::string_view text) {
  const std::vector<std::string> words = without_titles(split_words(text));
  return words.size() >= kSyllablesMin && words.size() <= kSyllablesMax &&
         std::all_of(words.begin(), words.end(), is_syllable);
}

std::string normalized_name(std::string_view text) {
  std::vector<std::string> words = without_titles(split_words(text));
  while (!words.empty() && !words.back().empty() &&
         std::string_view(".,;:").find(words.back().back()) != std::string_view::npos) {
    words.back().pop_back();
    if (words.back().empty()) words.pop_back();
  }
  const bool capitals = capital_share(text) > 0.8;
  if (capitals) {
    for (std::string& word : words) word = capitalized(word);
  }
  return joined(words, " ");
}

bool has_family_name(std::string_view name, const std::vector<std::string>& family_names) {
  const std::vector<std::string> words = split_words(name);
  if (words.empty()) return false;
  const std::string first = capitalized(words.front());
  return std::find(family_names.begin(), family_names.end(), first) != family_names.end();
}

}  // namespace sohoa
