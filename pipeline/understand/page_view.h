#pragma once

#include <string>
#include <vector>

#include "models/record/code.h"
#include "models/record/mark.h"
#include "models/record/page.h"
#include "pipeline/understand/letters.h"

namespace sohoa {

/// A word with its letters as they are compared.
struct ViewWord {
  Word word;
  Box mm;                        // as ViewLine::mm
  std::size_t first_letter = 0;  // in ViewLine::letters
  std::size_t letter_end = 0;
};

/// A line as understanding sees it.
struct ViewLine {
  std::vector<ViewWord> words;
  std::string text;  // words one space apart
  Letters letters;   // of all words
  Box box;           // upright px
  Box mm;            // millimetres from the page's top left corner, its skew taken out
  double size_pt = 0;
  bool capitals = false;  // nearly all of its letters
  double confidence = 0;  // 0 … 1, mean over words
};

/// What is known of a page once it was read, in the form that papers are understood from.
struct PageView {
  int sequence = 0;
  double width_mm = 0;
  double height_mm = 0;
  double px_per_mm = 0;
  std::vector<ViewLine> lines;  // in reading order
  std::vector<Code> codes;      // upright px
  std::vector<Mark> marks;      // upright px
};

PageView view_of(const TextPage& text, int sequence);

/// Of words `first` … `end` − 1: one space apart.
std::string text_of(const ViewLine& line, std::size_t first, std::size_t end);

}  // namespace sohoa
