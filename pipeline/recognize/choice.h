#pragma once

#include <vector>

#include "models/record/page.h"

namespace sohoa {

/// How far a word can be trusted: its confidence, and whether it can be Vietnamese.
double trust_in(const Word& word);

/// The better of two readings of one strip, piece by piece between the places where both part
/// words. Boxes must lie on the ink.
std::vector<Word> better_words(const std::vector<Word>& first, const std::vector<Word>& second);

}  // namespace sohoa
