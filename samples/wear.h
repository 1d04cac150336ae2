#pragma once

#include <span>
#include <string>

#include "models/record/geometry.h"
#include "samples/random.h"

namespace sohoa {

enum class Tone { kColour, kGrey, kBilevel };

/// What paper, copier and scanner do to a page.
struct Wear {
  Resolution dpi{300, 300};
  Tone tone = Tone::kColour;
  double skew_degrees = 0;  // counter-clockwise positive, of the upright page
  int quarter_turns = 0;    // clockwise, that make the scan upright
  double ragged_px = 0.35;  // how far toner strays over an edge, deviation
  double blur_px = 0.55;    // deviation
  double noise = 1.6;       // deviation in grey levels
  double shade = 0;         // share of light lost at the darkest edge
  double bleed = 0;         // share of the other side's ink that shows through
  double texture = 1.2;     // grey levels of the paper's grain
  int specks = 12;
  int folds = 0;
  int feeder_lines = 0;
  int punch_holes = 0;
  double copier = 0;       // 0 … 1: a photocopy's contrast, toner dust and dark edges
  double threshold = 165;  // grey level, of kBilevel
  int jpeg_quality = 78;
};

/// A named recipe; the same name varies from page to page.
struct WearKind {
  const char* name;  // "photocopy"
  Wear (*draw)(Random& random);
};

std::span<const WearKind> wear_kinds();

/// Throws Error (kUsage) for a name that is none.
const WearKind& wear_kind(const std::string& name);

}  // namespace sohoa
