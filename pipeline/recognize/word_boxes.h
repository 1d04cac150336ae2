#pragma once

#include <vector>

#include "models/record/page.h"
#include "pipeline/recognize/strips.h"

namespace sohoa {

/// Moves the boxes of a strip's words, roughly known along the line, onto the ink: neighbours are
/// parted at the gap that is wide and near to where the recognizer parts them. Words without text
/// are dropped.
void fit_word_boxes(const Ink& ink, const Strip& strip, std::vector<Word>& words);

}  // namespace sohoa
