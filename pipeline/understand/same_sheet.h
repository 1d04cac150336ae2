#pragma once

#include <vector>

#include "pipeline/understand/page_view.h"

namespace sohoa {

enum class Sameness {
  kOther,
  kSame,      // one sheet scanned twice
  kWithNote,  // the first one has a note stuck on it, the second one shows what is below
  kBelowNote  // the other way round
};

/// Compares the words of two pages by what they say and where they stand. Pages with few words are
/// never the same: blank forms and plans are alike.
Sameness compare_sheets(const PageView& first, const PageView& second);

}  // namespace sohoa
