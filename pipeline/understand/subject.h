#pragma once

#include <vector>

#include "pipeline/understand/first_page.h"

namespace sohoa {

/// The lines that say what the paper is about: of an official letter those after "V/v", else those
/// centred below the title, as far as the text begins. None when there is no such line.
std::vector<WordRange> find_subject(const PageView& page, const FirstPage& first);

}  // namespace sohoa
