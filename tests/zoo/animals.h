#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/record/image.h"

namespace sohoa::test {

/// An odd input, and what must become of it.
struct Animal {
  std::string name;  // of its file: "jpeg-restart-markers.jpg"
  Bytes bytes;
  /// What its page shows, as it must be seen; nothing: what Poppler draws of the PDF itself.
  std::optional<Image> picture = std::nullopt;
  std::string refusal = "";       // part of the message that it is refused with; empty: it is taken
  double far_max = 0.01;          // of its pixels: more where edges are a large part
  double mean_max = 3.5;          // of 255: more where the colours are anyone's guess
  bool only_by_part_one = false;  // PDF/A-2 and 3 take it
};

using Animals = std::vector<Animal>;

Animals jpeg_animals();
Animals png_animals();
Animals tiff_animals();
Animals jpeg2000_animals();
Animals other_image_animals();
Animals pdf_image_animals();
Animals pdf_page_animals();
Animals document_animals();

}  // namespace sohoa::test
