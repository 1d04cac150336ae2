#include "tests/quality/calibration.h"

#include <algorithm>

#include "tests/quality/page_words.h"
#include "tests/quality/truth.h"
#include "tests/quality/word_counts.h"

namespace sohoa::test {

namespace {

void add(Calibration::Bin& bin, double confidence, bool right) {
  ++bin.words;
  bin.right += right ? 1 : 0;
  bin.confidence += confidence;
}

void add(Calibration::Bin& bin, const Calibration::Bin& other) {
  bin.words += other.words;
  bin.right += other.right;
  bin.confidence += other.confidence;
}

}  // namespace

Calibration& Calibration::operator+=(const Calibration& other) {
  for (std::size_t i = 0; i < bins.size(); ++i) add(bins[i], other.bins[i]);
  add(sure, other.sure);
  return *this;
}

bool Calibration::empty() const {
  return std::all_of(bins.begin(), bins.end(), [](const Bin& bin) { return bin.words == 0; });
}

Calibration calibration_of(std::string_view truth_text, const Json& page) {
  const Truth truth = parse_truth(truth_text);
  WordCounts required = count_words(truth.required);
  WordCounts optional = count_words(truth.optional);
  Calibration calibration;
  for (const ReadWord& word : read_words(page)) {
    const bool right = take_one(required, word.text);
    if (!right && take_one(optional, word.text)) continue;
    const int bin = std::clamp(static_cast<int>(word.confidence * 10), 0, 9);
    add(calibration.bins[static_cast<std::size_t>(bin)], word.confidence, right);
    if (word.confidence >= kSureConfidence) add(calibration.sure, word.confidence, right);
  }
  return calibration;
}

}  // namespace sohoa::test
