#pragma once

#include <optional>

#include "models/record/page.h"
#include "pipeline/acquire/pdf_content.h"

namespace sohoa {

/// What a page turns out to be.
struct PageVerdict {
  std::optional<ContentMark> scan;  // the one scanned image; nothing: the page must be drawn
  std::vector<Box> overlays;        // points as shown: what content draws besides it
  TextLayer text_layer = TextLayer::kNone;
};

/// Judges a page by what it draws. It is one scanned image when nothing else shows but small
/// things: a stamp, a page number, a watermark at the edge.
PageVerdict judge_page(const PageSurvey& survey, const PageSize& size);

}  // namespace sohoa
