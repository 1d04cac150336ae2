#pragma once

#include <vector>

#include "pipeline/acquire/pdf_file.h"

namespace sohoa {

enum class MarkKind { kImage, kStencil, kText, kDrawing };

/// Something that a page paints, in painting order. Boxes are points of the page as shown, y up,
/// cut by the clip in force.
struct ContentMark {
  MarkKind kind = MarkKind::kDrawing;
  Box box;
  QPDFObjectHandle image;  // of kImage and kStencil; null for an inline image
  Matrix placement;        // unit square → points as shown
  bool opaque = true;      // no transparency of the graphics state
  bool black = false;      // painted in black
  bool white = false;      // painted in white
  bool clipped = false;    // the clip hides part of it
  int characters = 0;      // of kText, about: bytes of the string
};

/// What a page's content draws, forms within it included; annotations are not content.
struct PageSurvey {
  std::vector<ContentMark> marks;
  int visible_characters = 0;    // about: bytes of shown strings
  int invisible_characters = 0;  // in rendering mode 3, or wholly transparent
  bool complete = true;          // false: damaged, or beyond a limit; not to be trusted
};

/// The page's content streams, decoded, as one.
StreamData content_of(const PdfPage& page);

/// Reads the content streams (ISO 32000-1 clause 8) without rendering. The boxes of text are rough.
PageSurvey survey_page(const PdfPage& page);

}  // namespace sohoa
