#include "pipeline/recognize/language_model.h"

#include <algorithm>
#include <bit>

#include "pipeline/base/error.h"

namespace sohoa {

static_assert(std::endian::native == std::endian::little, "the file is little endian");

namespace {

constexpr std::string_view kMagic = "SOHOALM1";
constexpr double kStepsANat = 12;
constexpr std::uint32_t kWordsMax = 0xFFFF, kGramsMax = 1U << 26, kTextMax = 1U << 24;

Error unusable(const std::string& name, const std::string& why) {
  return Error(ExitCode::kDependency, name, why, "install it again");
}

/// Takes the parts of the file in turn.
class Parts {
 public:
  explicit Parts(ByteView bytes) : rest_(bytes) {}

  template <typename Number>
  std::span<const Number> take(std::size_t count) {
    const std::size_t size = count * sizeof(Number);
    if (size > rest_.size()) {
      whole_ = false;
      return {};
    }
    const auto* first = reinterpret_cast<const Number*>(rest_.data());
    rest_ = rest_.subspan(size);
    return {first, count};
  }

  bool all_taken() const { return whole_ && rest_.empty(); }

 private:
  ByteView rest_;
  bool whole_ = true;
};

/// Where the groups of a list begin: from 0 up to `end`.
bool is_index(std::span<const std::uint32_t> starts, std::uint32_t end) {
  return !starts.empty() && starts.front() == 0 && starts.back() == end &&
         std::is_sorted(starts.begin(), starts.end());
}

bool all_below(std::span<const std::uint16_t> words, std::uint32_t count) {
  return std::all_of(words.begin(), words.end(), [&](std::uint16_t word) { return word < count; });
}

double logarithm(std::uint8_t steps) { return -steps / kStepsANat; }

}  // namespace

LanguageModel::LanguageModel(ByteView bytes, const std::string& name) {
  Parts parts(bytes);
  const auto magic = parts.take<char>(kMagic.size());
  const auto sizes = parts.take<std::uint32_t>(4);
  if (sizes.empty() || std::string_view(magic.data(), magic.size()) != kMagic) {
    throw unusable(name, "is no language model");
  }
  const std::uint32_t words = sizes[0], bigrams = sizes[1], trigrams = sizes[2], text = sizes[3];
  if (words > kWordsMax || bigrams > kGramsMax || trigrams > kGramsMax || text > kTextMax) {
    throw unusable(name, "is damaged");
  }
  text_start_ = parts.take<std::uint32_t>(words + 1);
  bigram_start_ = parts.take<std::uint32_t>(words + 1);
  trigram_start_ = parts.take<std::uint32_t>(bigrams + 1);
  bigram_word_ = parts.take<std::uint16_t>(bigrams);
  trigram_word_ = parts.take<std::uint16_t>(trigrams);
  one_ = parts.take<std::uint8_t>(words);
  one_weight_ = parts.take<std::uint8_t>(words);
  two_ = parts.take<std::uint8_t>(bigrams);
  two_weight_ = parts.take<std::uint8_t>(bigrams);
  three_ = parts.take<std::uint8_t>(trigrams);
  const auto letters = parts.take<char>(text);
  text_ = {letters.data(), letters.size()};
  if (!parts.all_taken() || !is_index(text_start_, text) || !is_index(bigram_start_, bigrams) ||
      !is_index(trigram_start_, trigrams) || !all_below(bigram_word_, words) ||
      !all_below(trigram_word_, words)) {
    throw unusable(name, "is damaged");
  }
  number_ = word("<number>");
  other_ = word("<other>");
  if (number_ == kNone || other_ == kNone) throw unusable(name, "is damaged");
}

int LanguageModel::word(std::string_view text) const {
  const auto text_of = [this](int word) {
    return text_.substr(text_start_[word], text_start_[word + 1] - text_start_[word]);
  };
  int low = 0, high = static_cast<int>(one_.size());
  while (low < high) {
    const int middle = (low + high) / 2;
    if (text_of(middle) < text) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low < static_cast<int>(one_.size()) && text_of(low) == text ? low : kNone;
}

double LanguageModel::log_probability(int before, int last, int word) const {
  if (last == kNone) return logarithm(one_[word]);
  const int context = before == kNone ? kNone : bigram(before, last);
  if (context == kNone) return two(last, word);
  const auto first = trigram_word_.begin() + trigram_start_[context];
  const auto end = trigram_word_.begin() + trigram_start_[context + 1];
  const auto found = std::lower_bound(first, end, word);
  if (found != end && *found == word) return logarithm(three_[found - trigram_word_.begin()]);
  return logarithm(two_weight_[context]) + two(last, word);
}

double LanguageModel::two(int last, int word) const {
  const int found = bigram(last, word);
  if (found != kNone) return logarithm(two_[found]);
  return logarithm(one_weight_[last]) + logarithm(one_[word]);
}

int LanguageModel::bigram(int last, int word) const {
  const auto first = bigram_word_.begin() + bigram_start_[last];
  const auto end = bigram_word_.begin() + bigram_start_[last + 1];
  const auto found = std::lower_bound(first, end, word);
  return found != end && *found == word ? static_cast<int>(found - bigram_word_.begin()) : kNone;
}

}  // namespace sohoa
