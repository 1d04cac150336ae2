#pragma once

#include <vector>

#include "models/record/page.h"
#include "pipeline/recognize/strips.h"

namespace sohoa {

enum class LineEnd { kFirst, kLast };

/// A strip with the strokes beside one end of it, some letters wide: `strip.box` reaches over them.
struct CrossedEnd {
  LineEnd end = LineEnd::kFirst;
  Strip strip;
};

/// The strip as it may really be where the ring of a black seal or a signature runs into its first
/// or last letters, so that they are no letters of their own. None where no such strokes are.
std::vector<CrossedEnd> with_crossed_ends(const Ink& ink, const Strip& strip);

/// Takes over what a reading of `crossed` tells more than `words`: letters before the first word or
/// behind the last one that make a syllable of it and can be believed. All other words must be the
/// same. The word gets a confidence that calls for a look at it, and a box that reaches over the
/// strokes.
void complete_end(std::vector<Word>& words, const CrossedEnd& crossed,
                  const std::vector<Word>& with_strokes);

}  // namespace sohoa
