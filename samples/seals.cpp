#include "samples/seals.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "pipeline/base/text.h"
#include "samples/curve.h"
#include "samples/handwriting.h"

namespace sohoa {

namespace {

constexpr Colour kStampViolet{0.42, 0.16, 0.52};

/// Paints what was drawn since cairo_push_group as a rubber stamp leaves it: speckled, and fainter
/// where it was pressed less.
void paint_unevenly(Sheet& sheet, const Box& box) {
  constexpr double kCellMm = 0.16;
  Random& random = sheet.random();
  const int width = static_cast<int>(box.width() / kCellMm) + 2;
  const int height = static_cast<int>(box.height() / kCellMm) + 2;
  cairo_surface_t* mask = cairo_image_surface_create(CAIRO_FORMAT_A8, width, height);
  unsigned char* pixels = cairo_image_surface_get_data(mask);
  const int stride = cairo_image_surface_get_stride(mask);
  const double turn = random.between(0, 2 * M_PI);
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      const double across = (x / static_cast<double>(width) - 0.5) * std::cos(turn) +
                            (y / static_cast<double>(height) - 0.5) * std::sin(turn);
      double alpha = 0.86 + 0.2 * across + 0.09 * random.normal();
      if (random.chance(0.02)) alpha -= 0.35;
      pixels[y * stride + x] = static_cast<unsigned char>(255 * std::clamp(alpha, 0.25, 0.97));
    }
  }
  cairo_surface_mark_dirty(mask);
  cairo_t* cairo = sheet.cairo();
  cairo_pop_group_to_source(cairo);
  cairo_pattern_t* pattern = cairo_pattern_create_for_surface(mask);
  cairo_matrix_t matrix;
  cairo_matrix_init_scale(&matrix, 1 / kCellMm, 1 / kCellMm);
  cairo_matrix_translate(&matrix, -box.left, -box.top);
  cairo_pattern_set_matrix(pattern, &matrix);
  cairo_mask(cairo, pattern);
  cairo_pattern_destroy(pattern);
  cairo_surface_destroy(mask);
}

void draw_star(cairo_t* cairo, Point centre, double radius) {
  cairo_new_path(cairo);  // printing leaves a current point
  for (int point = 0; point < 10; ++point) {
    const double angle = -M_PI / 2 + point * M_PI / 5;
    const double r = point % 2 == 0 ? radius : radius * 0.4;
    cairo_line_to(cairo, centre.x + r * std::cos(angle), centre.y + r * std::sin(angle));
  }
  cairo_close_path(cairo);
  cairo_fill(cairo);
}

void draw_circle(cairo_t* cairo, Point centre, double radius, double line_mm) {
  cairo_new_sub_path(cairo);
  cairo_arc(cairo, centre.x, centre.y, radius, 0, 2 * M_PI);
  cairo_set_line_width(cairo, line_mm);
  cairo_stroke(cairo);
}

/// Narrow letters along a circle, middle of the text at the top, as large as leaves room for a star
/// at the bottom.
void draw_rim(Sheet& sheet, const std::string& text, double radius, Face face) {
  constexpr double kNarrow = 0.74;
  constexpr double kLetterGapMm = 0.3;
  constexpr double kTurnMax = 2 * M_PI * 0.9;
  std::vector<std::string> letters;
  double total = 0;
  for (const char32_t letter : to_code_points(text)) {
    letters.push_back(to_utf8(std::u32string(1, letter)));
    total += sheet.advance(letters.back(), face) * kNarrow;
  }
  const double gaps = kLetterGapMm * static_cast<double>(letters.size());
  const double shrink = std::min(1.0, (kTurnMax * radius - gaps) / total);
  face.size_pt *= shrink;
  double angle = -(total * shrink + gaps) / radius / 2;
  for (const std::string& letter : letters) {
    const double width = sheet.advance(letter, face) * kNarrow;
    angle += (width + kLetterGapMm) / 2 / radius;
    cairo_save(sheet.cairo());
    cairo_rotate(sheet.cairo(), angle);
    cairo_scale(sheet.cairo(), kNarrow, 1);
    sheet.print(letter, {-width / kNarrow / 2, -radius}, face);
    cairo_restore(sheet.cairo());
    angle += (width + kLetterGapMm) / 2 / radius;
  }
}

/// Ears of rice to the left and right, and a cog below: the heart of a state office's seal, without
/// its emblem.
void draw_heart(cairo_t* cairo, double radius) {
  for (int row = 0; row < 3; ++row) {
    const double r = radius * (0.56 - row * 0.075);
    for (int side = -1; side <= 1; side += 2) {
      for (int grain = 0; grain < 12; ++grain) {
        const double angle = M_PI / 2 - side * (0.34 + grain * 0.185 + row * 0.06);
        cairo_new_path(cairo);
        cairo_save(cairo);
        cairo_translate(cairo, r * std::cos(angle), r * std::sin(angle));
        cairo_rotate(cairo, angle - side * 0.6);
        cairo_scale(cairo, 0.5, 1.0);
        cairo_arc(cairo, 0, 0, radius * 0.046, 0, 2 * M_PI);
        cairo_restore(cairo);
        cairo_fill(cairo);
      }
    }
  }
  for (int tooth = 0; tooth < 9; ++tooth) {
    const double angle = M_PI * (1.05 + tooth * 0.1125);
    const Point at{radius * 0.2 * std::cos(angle), radius * (0.46 + 0.2 * std::sin(angle))};
    cairo_arc(cairo, at.x, at.y, radius * 0.028, 0, 2 * M_PI);
    cairo_fill(cairo);
  }
}

/// How signatures begin, in widths and heights of the whole from its middle, y down.
const std::vector<std::vector<Point>>& first_letters() {
  static const std::vector<std::vector<Point>> letters = {
      // A stem with a bow.
      {{-0.46, 0.25},
       {-0.36, -0.75},
       {-0.26, -0.95},
       {-0.27, 0.1},
       {-0.36, 0.55},
       {-0.42, 0.2},
       {-0.24, 0.0}},
      // An open oval.
      {{-0.2, -0.7},
       {-0.36, -0.85},
       {-0.5, -0.1},
       {-0.38, 0.55},
       {-0.2, 0.25},
       {-0.18, -0.35},
       {-0.24, 0.1}},
      // Two peaks.
      {{-0.5, 0.5},
       {-0.44, -0.8},
       {-0.44, -0.8},
       {-0.36, 0.5},
       {-0.36, 0.5},
       {-0.26, -0.95},
       {-0.26, 0.2}},
      // A tall loop with a swing to the left.
      {{-0.38, 0.3},
       {-0.22, -0.6},
       {-0.28, -1.0},
       {-0.34, -0.5},
       {-0.34, 0.45},
       {-0.5, 0.5},
       {-0.4, 0.15},
       {-0.22, 0.05}},
      // A hook and a bar.
      {{-0.5, -0.7},
       {-0.2, -0.85},
       {-0.34, -0.7},
       {-0.36, 0.4},
       {-0.46, 0.3},
       {-0.3, -0.05},
       {-0.22, 0.15}},
  };
  return letters;
}

/// A run of loops that dies away; returns the x that it reached.
double add_loops(std::vector<Point>& points, Random& random) {
  const int loops = random.whole(1, 5);
  const double step = random.between(0.07, 0.13);
  const double roundness = random.between(-0.02, 0.06);
  double x = -0.18;
  for (int loop = 0; loop < loops; ++loop, x += step) {
    const double reach = random.between(0.14, 0.48) / (1 + 0.25 * loop);
    const double level = random.between(-0.1, 0.1);
    points.push_back({x + 0.05, level - reach});
    points.push_back({x - roundness, level - reach * 0.3});
    points.push_back({x + 0.02, level + reach});
    points.push_back({x + step * 0.8, level + reach * 0.35});
  }
  return x;
}

}  // namespace

void press_seal(Sheet& sheet, Point centre, const std::string& rim, const std::string& heart,
                double diameter_mm) {
  cairo_t* cairo = sheet.cairo();
  const double radius = diameter_mm / 2;
  const Box box{centre.x - radius, centre.y - radius, centre.x + radius, centre.y + radius};
  cairo_push_group(cairo);
  cairo_save(cairo);
  cairo_translate(cairo, centre.x, centre.y);
  cairo_rotate(cairo, sheet.random().between(-0.3, 0.3));
  cairo_set_source_rgb(cairo, kSealRed.red, kSealRed.green, kSealRed.blue);
  draw_circle(cairo, {0, 0}, radius - 0.5, 0.95);
  draw_circle(cairo, {0, 0}, radius - 1.5, 0.3);
  draw_circle(cairo, {0, 0}, radius * 0.62, 0.35);
  const Face face{radius * 0.72, Family::kSans, true, false, kSealRed};
  draw_rim(sheet, rim, radius * 0.69, face);
  cairo_set_source_rgb(cairo, kSealRed.red, kSealRed.green, kSealRed.blue);
  draw_star(cairo, {0, radius * 0.78}, radius * 0.085);
  draw_star(cairo, {0, -radius * 0.2}, radius * 0.22);
  draw_heart(cairo, radius);
  const Face small{radius * 0.34, Family::kSans, true, false, kSealRed};
  sheet.print(heart, {-sheet.advance(heart, small) / 2, radius * 0.2}, small);
  cairo_restore(cairo);
  paint_unevenly(sheet, box);
  sheet.truth().marks.push_back({TruthMarkKind::kSeal, box, rim + " " + heart});
}

void sign(Sheet& sheet, Point centre, double width_mm, Colour colour) {
  Random& random = sheet.random();
  const double height = width_mm * random.between(0.24, 0.36);
  std::vector<Point> points = random.pick(first_letters());
  const double end = add_loops(points, random);
  points.push_back({end + 0.03, random.between(-0.35, -0.15)});
  points.push_back({end + 0.05, random.between(0.15, 0.3)});
  points.push_back({random.between(0.48, 0.62), random.between(-0.8, 0.1)});
  for (Point& point : points) {
    const Point shake{random.between(-0.015, 0.015), random.between(-0.04, 0.04)};
    point = {centre.x + (point.x + shake.x) * width_mm, centre.y + (point.y + shake.y) * height};
  }
  Box box = sheet.stroke(smoothed(points), random.between(0.4, 0.55), colour);
  if (random.chance(0.5)) {
    const double low = random.between(0.5, 0.75) * height;
    box = bounds(box, sheet.stroke(smoothed({{centre.x - 0.4 * width_mm, centre.y + low},
                                             {centre.x, centre.y + low * 0.8},
                                             {centre.x + 0.35 * width_mm, centre.y + low * 0.55}}),
                                   0.4, colour));
  }
  sheet.truth().marks.push_back({TruthMarkKind::kSignature, box, {}});
}

void press_word_stamp(Sheet& sheet, Point centre, const std::string& words, double turn_degrees) {
  const Colour ink = sheet.random().chance(0.6) ? kSealRed : kStampViolet;
  const Face face{17, Family::kSans, true, false, ink};
  const double half = sheet.advance(words, face) / 2 + 3;
  const Box frame{-half, -5.6, half, 4};
  const double turn = turn_degrees * M_PI / 180;
  const Matrix placed{std::cos(turn), std::sin(turn), -std::sin(turn),
                      std::cos(turn), centre.x,       centre.y};
  const Box around = placed * frame;
  cairo_t* cairo = sheet.cairo();
  cairo_push_group(cairo);
  cairo_save(cairo);
  cairo_translate(cairo, centre.x, centre.y);
  cairo_rotate(cairo, turn);
  sheet.frame(frame, 0.9, ink);
  TruthLine line;
  Point at{-half + 3, 1.6};
  for (const std::string& word : split_words(words)) {
    line.words.push_back({word, placed * sheet.print(word, at, face), WordInk::kStamp, {}});
    at.x += sheet.advance(word + " ", face);
  }
  cairo_restore(cairo);
  paint_unevenly(sheet, around);
  sheet.truth().lines.push_back(line);
  sheet.truth().marks.push_back({TruthMarkKind::kStamp, around, words});
}

}  // namespace sohoa
