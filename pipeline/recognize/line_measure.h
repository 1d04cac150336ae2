#pragma once

#include "models/record/page.h"
#include "pipeline/recognize/strips.h"

namespace sohoa {

/// The line that a strip's words make: box, baseline, x-height and font size, in px. The x-height
/// of a line without small letters is told from its capitals.
Line measured_line(const Ink& ink, const Strip& strip, std::vector<Word> words);

}  // namespace sohoa
