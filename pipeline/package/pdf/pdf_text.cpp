#include "pipeline/package/pdf/pdf_text.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

#include "pipeline/base/text.h"
#include "pipeline/package/pdf/pdf_number.h"

namespace sohoa {

namespace {

constexpr double kSlopeKept = 15 * std::numbers::pi / 180;
constexpr double kXHeightOfEm = 0.459;  // of Times
constexpr double kBoxOfEm = 0.75;       // a word's ink is about so high
constexpr double kGapOfEm = 0.2;        // between words, at least
constexpr double kWidthKept = 0.5;      // of a word whose end gives way
constexpr double kSizeMin_pt = 1, kSizeMax_pt = 300;
constexpr double kStretchMin_percent = 1, kStretchMax_percent = 5000;

struct Direction {
  double x = 1;
  double y = 0;
};

double length(const Point& from, const Point& to) {
  return std::hypot(to.x - from.x, to.y - from.y);
}

Direction direction(const Point& from, const Point& to) {
  const double distance = length(from, to);
  if (distance < 1e-9) return {};
  return {(to.x - from.x) / distance, (to.y - from.y) / distance};
}

Point origin_shift(const Matrix& matrix, const Direction& along) {
  const Point origin = matrix * Point{0, 0};
  const Point moved = matrix * Point{along.x, along.y};
  return {moved.x - origin.x, moved.y - origin.y};
}

/// A line's baseline, and what the words on it share.
struct Baseline {
  Point start;           // upright px
  Direction along;       // in upright px
  Direction on_paper;    // in output points
  double points_per_px;  // along it
  double size_pt;
  bool sloped;
};

double font_size(const Line& line, const Matrix& upright_to_output) {
  const Point up = origin_shift(upright_to_output, {0, -1});
  const double points_per_px = std::hypot(up.x, up.y);
  double size = line.font_size_pt;
  if (!(size > 0)) size = line.x_height * points_per_px / kXHeightOfEm;
  if (!(size > 0)) size = line.box.height() * points_per_px / kBoxOfEm;
  return std::clamp(std::round(size * 10) / 10, kSizeMin_pt, kSizeMax_pt);
}

Baseline baseline_of(const Line& line, const Matrix& upright_to_output) {
  Baseline base;
  base.start = line.baseline_start;
  base.along = direction(line.baseline_start, line.baseline_end);
  const Point step = origin_shift(upright_to_output, base.along);
  base.points_per_px = std::hypot(step.x, step.y);
  base.on_paper = direction({0, 0}, step);
  base.size_pt = font_size(line, upright_to_output);
  // A skewed line is laid as upright words that step down. Measured: with a rotated text matrix
  // pdf.js breaks the line after every word, and Poppler loses words of 1.5° and more.
  base.sloped = std::abs(std::atan2(base.on_paper.y, base.on_paper.x)) >= kSlopeKept;
  return base;
}

/// A word's stretch of the baseline, from the baseline's start.
struct Stretch {
  double begin_px = 0;
  double end_px = 0;
};

/// Length of a slanted word from the box around it: width = l·cos + h·sin, height = l·sin + h·cos.
double length_along(const Box& box, const Direction& along) {
  const double cosine = std::abs(along.x);
  const double sine = std::abs(along.y);
  const double determinant = cosine * cosine - sine * sine;
  const double around = cosine * box.width() + sine * box.height();
  if (std::abs(determinant) < 0.5) return around;
  const double exact = (cosine * box.width() - sine * box.height()) / determinant;
  return std::clamp(exact, kWidthKept * around, around);
}

Stretch stretch_of(const Word& word, const Baseline& base) {
  const Point centre = word.box.centre();
  const double middle =
      (centre.x - base.start.x) * base.along.x + (centre.y - base.start.y) * base.along.y;
  const double length = length_along(word.box, base.along);
  return {middle - length / 2, middle + length / 2};
}

/// Poppler joins words that are less than 0.15 of the font's size apart, whatever spaces stand
/// between them: of words that touch, the first ends earlier and, if need be, the next begins
/// later.
void keep_apart(Stretch& word, Stretch& next, const Baseline& base) {
  const double gap_px = kGapOfEm * base.size_pt / base.points_per_px;
  const bool follows = next.begin_px >= word.end_px + gap_px || next.end_px <= word.begin_px;
  if (follows) return;
  const double shortest = word.begin_px + kWidthKept * (word.end_px - word.begin_px);
  word.end_px = std::min(word.end_px, std::max(shortest, next.begin_px - gap_px));
  const double shift = std::max(0.0, word.end_px + gap_px - next.begin_px);
  next.begin_px += shift;
  next.end_px += shift;
}

std::vector<Stretch> stretches_of(const Line& line, const Baseline& base) {
  std::vector<Stretch> stretches;
  for (const Word& word : line.words) stretches.push_back(stretch_of(word, base));
  for (std::size_t i = 0; i + 1 < stretches.size(); ++i) {
    keep_apart(stretches[i], stretches[i + 1], base);
  }
  return stretches;
}

struct PlacedWord {
  Point origin;  // output points, on the baseline
  double width = 0;
};

PlacedWord place(const Stretch& stretch, const Baseline& base, const Matrix& upright_to_output) {
  const double middle = (stretch.begin_px + stretch.end_px) / 2;
  const Point foot = upright_to_output * Point{base.start.x + middle * base.along.x,
                                               base.start.y + middle * base.along.y};
  const double width = (stretch.end_px - stretch.begin_px) * base.points_per_px;
  if (!base.sloped) return {{foot.x - width / 2, foot.y}, width};
  return {{foot.x - base.on_paper.x * width / 2, foot.y - base.on_paper.y * width / 2}, width};
}

struct Codes {
  std::string hex;
  int width = 0;  // thousandths of the size
};

void append(Codes& codes, char32_t character, GlyphlessFont& font) {
  const int code = font.code_for(character);
  if (code == 0) return;
  codes.hex += pdf_hex(static_cast<unsigned>(code));
  codes.width += font.width_of(character);
}

Codes codes_of(const Word& word, GlyphlessFont& font) {
  Codes codes;
  for (const char32_t character : to_code_points(to_nfc(word.text))) append(codes, character, font);
  return codes;
}

std::string horizontal_scale(const Codes& codes, double width, double size_pt) {
  const double natural = codes.width * size_pt / 1000;
  const double percent = natural > 0 && width > 0 ? 100 * width / natural : 100;
  return pdf_number(std::clamp(percent, kStretchMin_percent, kStretchMax_percent), 1) + " Tz ";
}

/// Moves the pen by whole hundredths of a point, so that rounding does not add up over a line.
class Pen {
 public:
  std::string move_to(const Point& p, const Baseline& base) {
    if (base.sloped) {
      const Direction u = base.on_paper;
      return pdf_matrix({u.x, u.y, -u.y, u.x, p.x, p.y}) + " Tm ";
    }
    const double x = std::round(p.x * 100) / 100;
    const double y = std::round(p.y * 100) / 100;
    std::string step = pdf_number(x - x_, 2) + ' ' + pdf_number(y - y_, 2) + " Td ";
    x_ = x;
    y_ = y;
    return step;
  }

 private:
  double x_ = 0;
  double y_ = 0;
};

std::string line_of_text(const Line& line, const Matrix& upright_to_output, GlyphlessFont& font) {
  const Baseline base = baseline_of(line, upright_to_output);
  const std::vector<Stretch> stretches = stretches_of(line, base);
  Pen pen;
  std::string words;
  for (std::size_t i = 0; i < line.words.size(); ++i) {
    Codes codes = codes_of(line.words[i], font);
    if (codes.hex.empty()) continue;
    const PlacedWord placed = place(stretches[i], base, upright_to_output);
    words += horizontal_scale(codes, placed.width, base.size_pt) + pen.move_to(placed.origin, base);
    if (i + 1 < line.words.size()) append(codes, U' ', font);
    words += '<' + codes.hex + "> Tj\n";
  }
  if (words.empty()) return words;
  return "BT\n3 Tr /F0 " + pdf_number(base.size_pt, 1) + " Tf\n" + words + "ET\n";
}

}  // namespace

std::string invisible_text(const TextPage& page, const Matrix& upright_to_output,
                           GlyphlessFont& font) {
  std::string content;
  for (const Block& block : page.blocks) {
    for (const Line& line : block.lines) content += line_of_text(line, upright_to_output, font);
  }
  return content;
}

}  // namespace sohoa
