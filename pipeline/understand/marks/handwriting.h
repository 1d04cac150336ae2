#pragma once

#include <vector>

#include "pipeline/understand/marks/rest_ink.h"
#include "pipeline/understand/marks/word_evidence.h"

namespace sohoa {

struct Handwriting {
  std::vector<Box> boxes;      // clean px; they may overlap
  std::vector<Box> print;      // words that are not by pen, clean px
  InkMap rest;                 // the ink that is neither print nor rules, blue ink included
  std::vector<InkPart> parts;  // of the rest
};

/// Words by pen: answers on a form's lines, the number and the day of a letterhead, whether the
/// reader made words of them or not.
///
/// A few physical features, each beside the print of the same page, in logistic models. A word
/// (word_score.h): strokes of one width where serif print has stems and hairlines, colour, the
/// reader's doubt, digits higher than printed ones, and the words beside it. A slot of a letterhead
/// (slots.h): the height of its digits, the width and contrast of their strokes, colour.
Handwriting find_handwriting(const ScannedPage& scan, const CleanPage& clean, const TextPage& text,
                             const InkMap& ink, const InkEvidence& evidence);

}  // namespace sohoa
