#pragma once

#include <vector>

#include "models/record/page.h"
#include "pipeline/recognize/strips.h"
#include "pipeline/recognize/tesseract_engine.h"

namespace sohoa {

/// The words of one strip with boxes on its ink, without noise; none when it holds no text. A strip
/// with doubtful words is read again, framed more closely, and the better words are kept.
std::vector<Word> read_strip(TesseractEngine& engine, const Image& page, const Ink& ink,
                             const Strip& strip);

}  // namespace sohoa
