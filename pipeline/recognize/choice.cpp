#include "pipeline/recognize/choice.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "pipeline/recognize/syllable.h"

namespace sohoa {

namespace {

constexpr double kSyllableBonus = 0.15;
constexpr double kSameEdge = 2;  // px

double trust_in_words(std::span<const Word> words) {
  double sum = 0, width = 0;
  for (const Word& word : words) {
    sum += trust_in(word) * word.box.width();
    width += word.box.width();
  }
  return width > 0 ? sum / width : 0;
}

}  // namespace

double trust_in(const Word& word) {
  return word.confidence + (is_syllable(without_punctuation(word.text)) ? kSyllableBonus : 0);
}

std::vector<Word> better_words(const std::vector<Word>& first, const std::vector<Word>& second) {
  std::vector<Word> best;
  std::size_t a = 0, b = 0;
  while (a < first.size() && b < second.size()) {
    std::size_t a_end = a + 1, b_end = b + 1;
    while (a_end < first.size() || b_end < second.size()) {
      const double a_right = first[a_end - 1].box.right, b_right = second[b_end - 1].box.right;
      if (std::abs(a_right - b_right) <= kSameEdge) break;
      if (b_end == second.size() || (a_right < b_right && a_end < first.size())) {
        ++a_end;
      } else {
        ++b_end;
      }
    }
    const std::span<const Word> one(first.data() + a, a_end - a);
    const std::span<const Word> other(second.data() + b, b_end - b);
    const std::span<const Word> chosen = trust_in_words(other) > trust_in_words(one) ? other : one;
    best.insert(best.end(), chosen.begin(), chosen.end());
    a = a_end;
    b = b_end;
  }
  const std::vector<Word>& rest = a < first.size() ? first : second;
  best.insert(best.end(), rest.begin() + static_cast<std::ptrdiff_t>(a < first.size() ? a : b),
              rest.end());
  return best;
}

}  // namespace sohoa
