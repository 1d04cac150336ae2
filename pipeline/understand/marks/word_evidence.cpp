#include "pipeline/understand/marks/word_evidence.h"

#include <algorithm>
#include <string_view>

#include "pipeline/base/text.h"
#include "pipeline/understand/marks/ink_colour.h"
#include "pipeline/understand/marks/stroke_shape.h"

namespace sohoa {

namespace {

constexpr double kSure = 0.9;       // confidence of words that the page's print is learnt from
constexpr double kCertain = 0.985;  // of words that need no look
constexpr int kPrintStep = 8;
constexpr std::size_t kSureLetters = 2;
constexpr double kXHeightMin = 3;    // px; less is dirt
constexpr double kDoubtHalf = 0.05;  // missing confidence that makes half of full doubt
constexpr double kLettersMax = 6;

double median(std::vector<double> values) {
  if (values.empty()) return 0;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

bool is_digits(const std::string& text) {
  const auto parts_digits = [](char c) {
    return std::string_view("./;-,").find(c) != std::string_view::npos;
  };
  bool some = false;
  for (const char c : text) {
    const bool digit = c >= '0' && c <= '9';
    if (!digit && !parts_digits(c)) return false;
    some |= digit;
  }
  return some;
}

/// Words that the reader doubts and those beside them are looked at, and of the others every
/// kPrintStep-th, to learn the page's print: on a printed page that is one in five.
std::vector<bool> to_measure(const Line& line, int& sure_words) {
  const int count = static_cast<int>(line.words.size());
  std::vector<bool> chosen(line.words.size());
  for (int i = 0; i < count; ++i) {
    for (int j = std::max(0, i - 4); j <= std::min(count - 1, i + 4); ++j) {
      if (line.words[j].confidence < kCertain) chosen[i] = true;
    }
    if (!chosen[i] && ++sure_words % kPrintStep == 0) chosen[i] = true;
  }
  return chosen;
}

/// What the reader says of a word.
WordEvidence placed(const CleanPage& clean, const Line& line, const Word& word, double scale) {
  WordEvidence evidence;
  evidence.box = clean_box(clean, word.box);
  evidence.x_height = std::max(kXHeightMin, line.x_height * scale);
  const double missing = std::clamp(1 - word.confidence, 0.0, 1.0);
  evidence.doubt = missing / (missing + kDoubtHalf);
  evidence.above =
      (baseline_at(clean, line, evidence.box.centre().x) - evidence.box.top) / evidence.x_height;
  evidence.length = std::min(kLettersMax, static_cast<double>(to_code_points(word.text).size()));
  // "Về việc" in short: slanting letters only, with no hairlines that lie level.
  evidence.is_label = word.text.ends_with(':') || word.text == "V/v";
  evidence.is_digits = is_digits(word.text);
  return evidence;
}

/// What its ink says; not yet over the page's print.
void look_at(const ScannedPage& scan, const CleanPage& clean, const InkMap& ink,
             WordEvidence& word) {
  const StrokeShape shape = shape_of(ink, word.box);
  word.is_measured = true;
  word.contrast = shape.contrast();
  word.width = shape.fit / word.x_height;
  if (const auto colour = colour_of(scan, clean, ink, word.box)) {
    word.has_colour = true;
    word.blueness = colour->blueness();
    word.paleness = colour->darkness();
  }
}

/// `sure`: the page's words that are print for certain.
PrintOfPage print_of(const std::vector<const WordEvidence*>& sure) {
  const auto middle_of = [](const std::vector<const WordEvidence*>& words, auto value) {
    std::vector<double> values;
    values.reserve(words.size());
    for (const WordEvidence* word : words) values.push_back(value(*word));
    return median(std::move(values));
  };
  const auto middle = [&](auto value) { return middle_of(sure, value); };
  PrintOfPage print;
  print.contrast = middle([](const WordEvidence& word) { return word.contrast; });
  print.width = middle([](const WordEvidence& word) { return word.width; });
  print.x_height = middle([](const WordEvidence& word) { return word.x_height; });
  std::vector<const WordEvidence*> coloured = sure;
  std::erase_if(coloured, [](const WordEvidence* word) { return !word->has_colour; });
  print.blueness = middle_of(coloured, [](const WordEvidence& word) { return word.blueness; });
  print.darkness = middle_of(coloured, [](const WordEvidence& word) { return word.paleness; });
  return print;
}

}  // namespace

InkEvidence evidence_of(const ScannedPage& scan, const CleanPage& clean, const TextPage& text,
                        const InkMap& ink) {
  InkEvidence page;
  std::vector<bool> is_sure;
  const double scale = text.dpi.y > 0 ? clean.dpi / text.dpi.y : 1;
  int line_number = 0, sure_words = 0;
  for (const Block& block : text.blocks) {
    for (const Line& line : block.lines) {
      const std::vector<bool> chosen = to_measure(line, sure_words);
      for (std::size_t i = 0; i < line.words.size(); ++i) {
        const Word& word = line.words[i];
        WordEvidence evidence = placed(clean, line, word, scale);
        evidence.line = line_number;
        if (chosen[i]) look_at(scan, clean, ink, evidence);
        is_sure.push_back(word.confidence > kSure && evidence.length >= kSureLetters);
        page.words.push_back(evidence);
      }
      ++line_number;
    }
  }
  std::vector<const WordEvidence*> sure;
  for (std::size_t i = 0; i < is_sure.size(); ++i) {
    if (is_sure[i] && page.words[i].is_measured) sure.push_back(&page.words[i]);
  }
  if (sure.empty()) {
    for (const WordEvidence& word : page.words) {
      if (word.is_measured) sure.push_back(&word);
    }
  }
  page.print = print_of(sure);
  for (WordEvidence& word : page.words) {
    if (!word.is_measured) continue;
    word.contrast -= page.print.contrast;
    word.width = page.print.width > 0 ? word.width / page.print.width - 1 : 0;
    if (!word.has_colour) continue;
    word.blueness -= page.print.blueness;
    word.paleness = page.print.darkness - word.paleness;
  }
  return page;
}

}  // namespace sohoa
