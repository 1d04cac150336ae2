#pragma once

#include <array>
#include <vector>

#include "pipeline/understand/marks/ink_map.h"

namespace sohoa {

/// What speaks for a pen in a word, beside the other words of its page: print on a page is alike.
struct WordEvidence {
  Box box;                   // clean px
  double x_height = 0;       // of its line, clean px
  int line = 0;              // counted over the page
  double contrast = 0;       // of strokes, StrokeShape, over the page's print
  double width = 0;          // of strokes, in x-heights, as a share over the page's print
  double blueness = 0;       // over the page's print
  double paleness = 0;       // how much more light it reflects than the page's print
  double doubt = 0;          // 0 … 1, of the reader
  double above = 0;          // its height over the baseline, in x-heights
  double length = 0;         // in letters, up to 6
  bool is_measured = false;  // its ink was looked at; else it is taken for the page's print
  bool has_colour = false;   // strokes wide enough to see their ink's
  bool is_label = false;     // ends with a colon
  bool is_digits = false;    // and what parts numbers and dates
};

/// The page's print, as far as the reader was sure of it.
struct PrintOfPage {
  double contrast = 0;
  double width = 0;
  double blueness = 0;
  double darkness = 0;
  double x_height = 0;  // clean px
};

/// All words of a page in reading order, and what they were compared with.
struct InkEvidence {
  PrintOfPage print;
  std::vector<WordEvidence> words;
};

InkEvidence evidence_of(const ScannedPage& scan, const CleanPage& clean, const TextPage& text,
                        const InkMap& ink);

}  // namespace sohoa
