#pragma once

#include <string>
#include <vector>

#include "models/record/field.h"
#include "pipeline/understand/page_view.h"

namespace sohoa {

/// Some words of one line of a page.
struct WordRange {
  std::size_t line = 0;  // in PageView::lines
  std::size_t first = 0;
  std::size_t end = 0;

  bool empty() const { return first >= end; }
};

/// All words of a line.
WordRange whole_line(const PageView& page, std::size_t line);

std::string text_of(const PageView& page, const WordRange& range);
/// Lines one space apart.
std::string text_of(const PageView& page, const std::vector<WordRange>& ranges);
Letters letters_of(const PageView& page, const WordRange& range);
Box mm_of(const PageView& page, const WordRange& range);
Box px_of(const PageView& page, const WordRange& range);
/// Of the word that is read worst, 0 … 1.
double confidence_of(const PageView& page, const WordRange& range);

/// The words as a field: value, page, box and confidence, its normal form left to the caller.
Field field_of(const PageView& page, const std::string& name, const std::vector<WordRange>& ranges);

/// The line cut where white space wider than `gap_mm` parts its words, from the left.
std::vector<WordRange> pieces_of(const PageView& page, std::size_t line, double gap_mm);

}  // namespace sohoa
