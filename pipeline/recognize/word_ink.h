#pragma once

#include <string>
#include <vector>

#include "pipeline/recognize/strips.h"

namespace sohoa {

/// Marks of a strip that lie where a word does: its ink, and perhaps more.
struct WordMarks {
  std::vector<int> letters;  // indices into Ink::marks
  std::vector<int> small;    // tones, dots, commas; dotted rules, dirt
};

/// The box around those of the marks that `text` is printed with: without the dotted rule that
/// follows it on forms, and without dirt beside, over or under it. `unit` is the strip's letter
/// height. Empty when there are no marks.
Box box_of_word(const Ink& ink, const WordMarks& marks, const std::u32string& text, double unit);

}  // namespace sohoa
