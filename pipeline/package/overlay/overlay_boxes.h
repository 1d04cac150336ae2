#pragma once

#include <string>
#include <vector>

#include "models/record/dossier.h"

namespace sohoa {

/// Red, green and blue, 0 … 1.
struct OverlayColour {
  double red = 0, green = 0, blue = 0;
};

/// What is framed on a page.
struct OverlayBox {
  Box box;  // upright px
  OverlayColour colour;
  std::string label;  // ASCII; empty: none
};

inline constexpr OverlayColour kAcceptedColour{0, 0.55, 0.2};
inline constexpr OverlayColour kLowConfidenceColour{0.93, 0.55, 0};
inline constexpr OverlayColour kPatternColour{0.85, 0.1, 0.1};
inline constexpr OverlayColour kMarkColour{0.5, 0.3, 0.75};
inline constexpr OverlayColour kCodeColour{0.1, 0.4, 0.85};

/// A page of a record has a few dozen; of a hostile one the rest is not drawn.
inline constexpr std::size_t kOverlayBoxesMax = 2000;

/// Marks and codes of the page, then the fields that stand on it: green those that are accepted,
/// amber what must be looked at (low confidence, handwriting, the label of what was not found), red
/// what does not meet its pattern.
/// Field names that are not ASCII are labelled with '?' for each other letter.
std::vector<OverlayBox> overlay_boxes(const std::vector<Field>& fields, const PageAccount& page);

}  // namespace sohoa
