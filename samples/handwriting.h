#pragma once

#include <string>

#include "samples/sheet.h"

namespace sohoa {

/// A person's hand: one pen, one slant, one size.
struct Hand {
  double capital_mm = 4.2;
  double slant = 0.16;  // x moved per unit of height
  double pen_width_mm = 0.42;
  double unsteady = 2.2;  // of every point, in hundredths of a capital
  Colour colour = kPenBlue;
};

/// A hand drawn from `random`.
Hand some_hand(Random& random);

/// Width that `text` takes, without the jitter.
double hand_advance(const std::string& text, const Hand& hand);

/// Writes `text` with pen strokes of our own (digits, letters with Vietnamese marks, a little
/// punctuation; what has no stroke is skipped). Returns the box around the ink.
Box write_by_hand(Sheet& sheet, const std::string& text, Point baseline, const Hand& hand);

}  // namespace sohoa
