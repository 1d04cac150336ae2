#include "pipeline/understand/labels.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "pipeline/understand/find_in.h"

namespace sohoa {

namespace {

constexpr double kLikenessMin = 0.86;
constexpr double kWideGapMm = 5;
constexpr std::size_t kLongLabelLetters = 10;
constexpr std::size_t kLettersInTextMin = 6;     // of a label amid a sentence
constexpr std::size_t kLettersOfPhraseMax = 45;  // of a label that the catalogue does not know
// "a)", "1.", "-", "[]" before a label.
constexpr std::size_t kItemLettersMax = 3;

bool has_colon(const std::string& word) { return word.find(':') != std::string::npos; }

bool is_item_mark(const ViewWord& word) {
  const std::string& text = word.word.text;
  const std::size_t letters = word.letter_end - word.first_letter;
  return letters <= kItemLettersMax && !text.empty() &&
         std::string_view(").-:*+]").find(text.back()) != std::string_view::npos;
}

bool begins_a_phrase(const ViewLine& line, std::size_t word) {
  if (word == 0 || is_item_mark(line.words[word - 1])) return true;
  const double gap = line.words[word].mm.left - line.words[word - 1].mm.right;
  return gap > kWideGapMm;
}

/// The words whose letters the stretch covers, when it begins and ends with words.
std::optional<WordRange> words_of(const ViewLine& line, std::size_t index, const Stretch& stretch) {
  // A letter more or less at the end of a long label may be a misreading, in a short one not.
  const std::size_t slack = stretch.end - stretch.first >= kLongLabelLetters ? 1 : 0;
  WordRange range{index, line.words.size(), 0};
  for (std::size_t i = 0; i < line.words.size(); ++i) {
    const ViewWord& word = line.words[i];
    if (word.first_letter == word.letter_end) continue;
    const std::size_t middle = (word.first_letter + word.letter_end) / 2;
    if (middle < stretch.first || middle >= stretch.end) continue;
    range.first = std::min(range.first, i);
    range.end = i + 1;
  }
  if (range.empty()) return std::nullopt;
  const std::size_t first = line.words[range.first].first_letter;
  const std::size_t end = line.words[range.end - 1].letter_end;
  const auto apart = [](std::size_t a, std::size_t b) { return a > b ? a - b : b - a; };
  if (apart(first, stretch.first) > slack || apart(end, stretch.end) > slack) {
    return std::nullopt;
  }
  return range;
}

bool stands_as_label(const ViewLine& line, const WordRange& range) {
  if (begins_a_phrase(line, range.first)) return true;
  const bool colon =
      has_colon(line.words[range.end - 1].word.text) ||
      (range.end < line.words.size() && line.words[range.end].word.text.front() == ':');
  return colon;
}

/// All places of a line where the label stands.
void find_in_line(const PageView& page, std::size_t page_index, std::size_t line_index,
                  std::size_t label_index, const Letters& label, std::vector<LabelHit>& hits) {
  const ViewLine& line = page.lines[line_index];
  std::size_t from = 0;
  while (from < line.letters.size()) {
    const std::span<const Letter> rest = std::span(line.letters).subspan(from);
    std::optional<Stretch> found = find_in(rest, label, kLikenessMin);
    if (!found) return;
    found->first += from;
    found->end += from;
    const std::optional<WordRange> words = words_of(line, line_index, *found);
    const bool marked = words && stands_as_label(line, *words);
    if (words && (marked || label.size() >= kLettersInTextMin)) {
      hits.push_back({page_index, *words, found->likeness, !marked, label_index});
    }
    from = found->end;
  }
}

bool overlap(const WordRange& a, const WordRange& b) {
  return a.line == b.line && a.first < b.end && b.first < a.end;
}

/// Of hits that overlap, the one that covers more letters; of equals the better likeness. Labels of
/// one wording stay together, as several fields may share it.
std::vector<LabelHit> longest(const std::vector<LabelHit>& hits, std::span<const Letters> labels) {
  std::vector<LabelHit> kept;
  for (const LabelHit& hit : hits) {
    const auto beats = [&](const LabelHit& other) {
      if (other.page != hit.page || !overlap(other.words, hit.words)) return false;
      const std::size_t mine = labels[hit.label].size(), its = labels[other.label].size();
      return its > mine || (its == mine && other.likeness > hit.likeness + 0.02);
    };
    if (std::none_of(hits.begin(), hits.end(), beats)) kept.push_back(hit);
  }
  return kept;
}

}  // namespace

std::vector<LabelHit> find_labels(std::span<const PageView> pages,
                                  std::span<const Letters> labels) {
  std::vector<LabelHit> all;
  for (std::size_t p = 0; p < pages.size(); ++p) {
    std::vector<LabelHit> hits;
    for (std::size_t i = 0; i < pages[p].lines.size(); ++i) {
      for (std::size_t k = 0; k < labels.size(); ++k) {
        find_in_line(pages[p], p, i, k, labels[k], hits);
      }
    }
    hits = longest(hits, labels);
    std::stable_sort(hits.begin(), hits.end(), [](const LabelHit& a, const LabelHit& b) {
      return a.words.line != b.words.line ? a.words.line < b.words.line
                                          : a.words.first < b.words.first;
    });
    all.insert(all.end(), hits.begin(), hits.end());
  }
  return all;
}

std::size_t answer_end(const PageView& page, const WordRange& label,
                       std::span<const LabelHit> hits_of_page) {
  const ViewLine& line = page.lines[label.line];
  std::size_t end = line.words.size();
  for (const LabelHit& hit : hits_of_page) {
    if (hit.words.line == label.line && hit.words.first >= label.end) {
      end = std::min(end, hit.words.first);
    }
  }
  // A label that nobody looks for: from wide white space or a capital to a colon.
  for (std::size_t i = label.end; i < end; ++i) {
    if (!has_colon(line.words[i].word.text) || i == label.end) continue;
    for (std::size_t k = i + 1; k-- > label.end + 1;) {
      const std::size_t letters = line.words[i].letter_end - line.words[k].first_letter;
      if (letters > kLettersOfPhraseMax) break;
      if (begins_a_phrase(line, k)) return k;
    }
    for (std::size_t k = i; k-- > label.end;) {
      const std::size_t letters = line.words[i].letter_end - line.words[k].letter_end;
      if (letters > kLettersOfPhraseMax) break;
      if (std::string_view(",;").find(line.words[k].word.text.back()) != std::string_view::npos) {
        return k + 1;
      }
    }
    for (std::size_t k = i; k > label.end; --k) {
      const std::size_t letters = line.words[i].letter_end - line.words[k].first_letter;
      if (letters > kLettersOfPhraseMax) break;
      if (capital_share(line.words[k].word.text) > 0) return k;
    }
  }
  return end;
}

}  // namespace sohoa
