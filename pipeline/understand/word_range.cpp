#include "pipeline/understand/word_range.h"

#include <algorithm>

namespace sohoa {

WordRange whole_line(const PageView& page, std::size_t line) {
  return {line, 0, page.lines[line].words.size()};
}

std::string text_of(const PageView& page, const WordRange& range) {
  return text_of(page.lines[range.line], range.first, range.end);
}

std::string text_of(const PageView& page, const std::vector<WordRange>& ranges) {
  std::string text;
  for (const WordRange& range : ranges) {
    if (range.empty()) continue;
    text += (text.empty() ? "" : " ") + text_of(page, range);
  }
  return text;
}

Letters letters_of(const PageView& page, const WordRange& range) {
  const ViewLine& line = page.lines[range.line];
  if (range.empty()) return {};
  const auto at = [&](std::size_t letter) {
    return line.letters.begin() + static_cast<std::ptrdiff_t>(letter);
  };
  return {at(line.words[range.first].first_letter), at(line.words[range.end - 1].letter_end)};
}

Box mm_of(const PageView& page, const WordRange& range) {
  Box box;
  for (std::size_t i = range.first; i < range.end; ++i) {
    box = bounds(box, page.lines[range.line].words[i].mm);
  }
  return box;
}

Box px_of(const PageView& page, const WordRange& range) {
  Box box;
  for (std::size_t i = range.first; i < range.end; ++i) {
    box = bounds(box, page.lines[range.line].words[i].word.box);
  }
  return box;
}

double confidence_of(const PageView& page, const WordRange& range) {
  double least = range.empty() ? 0 : 1;
  for (std::size_t i = range.first; i < range.end; ++i) {
    least = std::min(least, page.lines[range.line].words[i].word.confidence);
  }
  return least;
}

Field field_of(const PageView& page, const std::string& name,
               const std::vector<WordRange>& ranges) {
  Field field;
  field.name = name;
  field.value = text_of(page, ranges);
  field.page = page.sequence;
  field.confidence = field.value.empty() ? 0 : 1;
  for (const WordRange& range : ranges) {
    if (range.empty()) continue;
    field.box = bounds(field.box, px_of(page, range));
    field.confidence = std::min(field.confidence, confidence_of(page, range));
  }
  return field;
}

std::vector<WordRange> pieces_of(const PageView& page, std::size_t line, double gap_mm) {
  const std::vector<ViewWord>& words = page.lines[line].words;
  std::vector<WordRange> pieces;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool parted = i > 0 && words[i].mm.left - words[i - 1].mm.right > gap_mm;
    if (i == 0 || parted) pieces.push_back({line, i, i});
    pieces.back().end = i + 1;
  }
  return pieces;
}

}  // namespace sohoa
