#pragma once

#include <vector>

#include "models/record/page.h"

namespace sohoa {

/// Takes out what signatures, seal remains and dirt were read as: words that the recognizer itself
/// does not believe in, and pieces that hold no letter or digit at all.
void drop_noise(std::vector<Word>& words);

}  // namespace sohoa
