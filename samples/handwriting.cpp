#include "samples/handwriting.h"

#include <algorithm>
#include <vector>

#include "pipeline/base/text.h"
#include "samples/curve.h"
#include "samples/pen_strokes.h"

namespace sohoa {

namespace {

constexpr double kLetterGap = 9;  // hundredths of a capital
constexpr double kWordGap = 40;

Point on_paper(Point point, Point origin, const Hand& hand, double scale) {
  return {origin.x + (point.x + point.y * hand.slant) * scale, origin.y - point.y * scale};
}

}  // namespace

Hand some_hand(Random& random) {
  Hand hand;
  hand.capital_mm = random.between(3.8, 4.6);
  hand.slant = random.between(0.05, 0.28);
  hand.pen_width_mm = random.between(0.36, 0.5);
  hand.unsteady = random.between(1.4, 2.8);
  hand.colour = random.chance(0.7) ? kPenBlue : kPenBlack;
  return hand;
}

double hand_advance(const std::string& text, const Hand& hand) {
  double width = 0;
  for (const char32_t letter : to_code_points(text)) {
    width += letter == U' ' ? kWordGap : pen_strokes(letter).advance + kLetterGap;
  }
  return width * hand.capital_mm / 100;
}

Box write_by_hand(Sheet& sheet, const std::string& text, Point baseline, const Hand& hand) {
  Random& random = sheet.random();
  Box around;
  Point at = baseline;
  for (const char32_t letter : to_code_points(text)) {
    if (letter == U' ') {
      at.x += kWordGap * hand.capital_mm / 100;
      continue;
    }
    const PenStrokes glyph = pen_strokes(letter);
    const double scale = hand.capital_mm / 100 * random.between(0.95, 1.06);
    const Point origin{at.x, at.y + random.between(-2.5, 2.5) * scale};
    for (const std::vector<Point>& stroke : glyph.strokes) {
      std::vector<Point> path;
      for (const Point& point : stroke) {
        const Point shaken{point.x + random.normal() * hand.unsteady,
                           point.y + random.normal() * hand.unsteady};
        path.push_back(on_paper(shaken, origin, hand, scale));
      }
      const double width = hand.pen_width_mm * random.between(0.85, 1.15);
      around = bounds(around, sheet.stroke(smoothed(path), width, hand.colour));
    }
    at.x += (glyph.advance + kLetterGap) * hand.capital_mm / 100;
  }
  return around;
}

}  // namespace sohoa
