#pragma once

#include <string>

#include "models/record/separator.h"
#include "pipeline/package/pdf/subset_font.h"

namespace sohoa {

/// A sheet between two papers of a stack.
struct SeparatorSheet {
  SeparatorCode code;
  std::string kind_title;  // "Giấy khai sinh"; empty: the kind's code alone is shown
};

/// What a sheet says in words, all letters that its font must have.
std::u32string sheet_characters(const SeparatorSheet& sheet);

/// The operators that draw an A4 sheet: a QR code of 40 mm at the top, Code 39 of 90 × 14 mm below
/// it and, turned, along the left edge, and words in /F0.
std::string sheet_content(const SeparatorSheet& sheet, const SubsetFont& font);

}  // namespace sohoa
