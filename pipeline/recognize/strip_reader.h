#pragma once

#include <vector>

#include "models/record/page.h"
#include "pipeline/recognize/line_engine.h"
#include "pipeline/recognize/strips.h"

namespace sohoa {

/// The words of each strip with boxes on its ink, without noise; none when it holds no text. Strips
/// with doubtful words are read again, framed more closely, and the better words are kept.
std::vector<std::vector<Word>> read_strips(LineEngine& engine, const Image& page, const Ink& ink,
                                           const std::vector<Strip>& strips);

}  // namespace sohoa
