#include "pipeline/understand/classify.h"

#include <algorithm>

#include "pipeline/understand/find_in.h"
#include "pipeline/understand/printed_case.h"

namespace sohoa {

namespace {

constexpr char kOfficialLetter[] = "cong-van";
constexpr double kLetterConfidence = 0.95;
constexpr double kDecisiveConfidence = 0.97;
constexpr double kReadWell = 0.8;  // confidence of a title from which it speaks for itself
constexpr double kPhraseLikenessMin = 0.88;
constexpr std::size_t kPhrasesMin = 3;
constexpr double kPhraseShareMin = 0.6;
constexpr double kPhraseConfidence = 0.8;  // of all phrases being there

bool is_on(const PageView& page, const Letters& phrase) {
  return std::any_of(page.lines.begin(), page.lines.end(), [&](const ViewLine& line) {
    return find_in(line.letters, phrase, kPhraseLikenessMin).has_value();
  });
}

const PaperKind* decided(const PageView& page, const Knowledge& knowledge) {
  for (const PaperKind& kind : knowledge.kinds) {
    const bool says =
        std::any_of(kind.decisive.begin(), kind.decisive.end(),
                    [&](const std::string& phrase) { return is_on(page, letters_of(phrase)); });
    if (says) return &kind;
  }
  return nullptr;
}

Classification by_phrases(const PageView& page, const Knowledge& knowledge) {
  Classification best;
  double best_share = kPhraseShareMin, second = 0;
  for (const PaperKind& kind : knowledge.kinds) {
    if (kind.phrases.size() < kPhrasesMin) continue;
    const auto found = static_cast<std::size_t>(
        std::count_if(kind.phrases.begin(), kind.phrases.end(),
                      [&](const std::string& phrase) { return is_on(page, letters_of(phrase)); }));
    const double share = static_cast<double>(found) / static_cast<double>(kind.phrases.size());
    if (found < kPhrasesMin || share < kPhraseShareMin) continue;
    if (share >= best_share) {
      second = best.kind == nullptr ? 0 : best_share;
      best_share = share;
      best = {&kind, kPhraseConfidence * share, kind.title.vi};
    } else {
      second = std::max(second, share);
    }
  }
  // Two forms of one family share their phrases: neither is told by them.
  return second == best_share ? Classification{} : best;
}

}  // namespace

Classification classify(const PageView& page, const FirstPage& first, const Knowledge& knowledge) {
  if (const PaperKind* kind = decided(page, knowledge)) {
    return {kind, kDecisiveConfidence, kind->title.vi};
  }
  if (first.is_letter) {
    const PaperKind* letter = kind_of(knowledge.kinds, kOfficialLetter);
    if (letter != nullptr) return {letter, kLetterConfidence, letter->title.vi};
  }
  if (first.title && first.title->kind != nullptr) {
    return {first.title->kind, first.title->likeness, first.title->kind->title.vi};
  }
  const bool speaks = first.title && first.title->confidence >= kReadWell;
  if (!speaks) {
    const Classification classification = by_phrases(page, knowledge);
    if (classification.kind != nullptr) return classification;
  }
  if (!first.title) return {};
  return {nullptr, 0, in_sentence_case(first.title->text)};
}

}  // namespace sohoa
