#pragma once

#include "pipeline/clean/draft.h"

namespace sohoa {

// The steps of clean_page; the order, and the reason for it, stand in clean.cpp.

void separate_inks(Draft& draft);
void square_pixels(Draft& draft);
void remove_borders(Draft& draft);
void measure_quality(Draft& draft);
void flatten_background(Draft& draft);
void remove_feeder_lines(Draft& draft);
void remove_specks(Draft& draft);
void measure_blank(Draft& draft);
void find_orientation(Draft& draft);
void smooth_bilevel(Draft& draft);
void find_cut_edges(Draft& draft);
void find_skew(Draft& draft);

}  // namespace sohoa
