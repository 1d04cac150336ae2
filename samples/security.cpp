#include "samples/security.h"

#include <cmath>

namespace sohoa {

namespace {

void draw_waves(Sheet& sheet, const Box& area, Colour tint) {
  constexpr double kPitchMm = 2.6;
  for (double y = area.top + 2; y < area.bottom - 1; y += kPitchMm) {
    for (const double phase : {0.0, M_PI}) {
      std::vector<Point> wave;
      for (double x = area.left + 1; x < area.right - 1; x += 1.2) {
        const double bend = std::sin(x * 0.35 + phase) + 0.5 * std::sin(x * 0.11 + y * 0.05);
        wave.push_back({x, y + bend});
      }
      sheet.stroke(wave, 0.14, tint);
    }
  }
}

void draw_rosette(Sheet& sheet, Point centre, double radius, Colour colour) {
  constexpr int kPetals = 9;
  std::vector<Point> curve;
  for (int step = 0; step <= 360; ++step) {
    const double angle = step * M_PI / 180;
    const double r = radius * (0.62 + 0.38 * std::cos(kPetals * angle));
    curve.push_back({centre.x + r * std::cos(angle), centre.y + r * std::sin(angle)});
  }
  sheet.stroke(curve, 0.25, colour);
}

}  // namespace

void draw_guilloche(Sheet& sheet, const Box& area, Colour tint, Colour frame) {
  draw_waves(sheet, area, tint);
  sheet.frame(area, 0.9, frame);
  const Box inner{area.left + 2.2, area.top + 2.2, area.right - 2.2, area.bottom - 2.2};
  sheet.frame(inner, 0.3, frame);
  const double in = 6.5;
  for (const double x : {area.left + in, area.right - in}) {
    for (const double y : {area.top + in, area.bottom - in}) draw_rosette(sheet, {x, y}, 4, frame);
  }
}

}  // namespace sohoa
