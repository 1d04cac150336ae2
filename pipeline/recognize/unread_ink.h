#pragma once

#include <vector>

#include "models/record/finding.h"
#include "pipeline/recognize/strips.h"

namespace sohoa {

inline constexpr char kUnreadInkCode[] = "page.ink-unread";

/// Places that look like text, and what was read there.
struct StripReading {
  Strip strip;
  bool read = false;  // words came out of it
};

/// Findings for ink that looks like a piece of text (some letters, alike in size, on one line) and
/// that no word covers; with their boxes in clean px.
std::vector<Finding> find_unread_ink(const Ink& ink, const std::vector<StripReading>& readings,
                                     double letter_height);

}  // namespace sohoa
