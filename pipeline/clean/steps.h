#pragma once

#include "pipeline/clean/draft.h"

namespace sohoa {

// The steps of clean_page; the order, and the reason for it, stand in clean.cpp.

void separate_inks(Draft& draft);
void square_pixels(Draft& draft);
void flatten_background(Draft& draft);
void find_skew(Draft& draft);

}  // namespace sohoa
