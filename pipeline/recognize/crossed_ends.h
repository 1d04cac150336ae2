#pragma once

#include <vector>

#include "models/record/page.h"
#include "pipeline/recognize/strips.h"

namespace sohoa {

/// The strip as it may really be where the ring of a black seal or a signature runs into its first
/// or last letters, so that they are no letters of their own: with the strokes that lie beside it,
/// some letters wide. None where no such strokes are.
std::vector<Strip> with_crossed_ends(const Ink& ink, const Strip& strip, double letter_height);

/// Takes over what a reading with the strokes tells more: letters before the first word or behind
/// the last one that make a syllable of it that can be believed. All other words must be the same.
void complete(std::vector<Word>& words, const std::vector<Word>& with_strokes);

}  // namespace sohoa
