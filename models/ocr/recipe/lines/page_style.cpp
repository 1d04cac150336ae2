#include "models/ocr/recipe/lines/page_style.h"

#include <algorithm>
#include <array>
#include <span>

#include "samples/fonts.h"

namespace sohoa {

namespace {

struct WeightedFont {
  const char* family;
  int weight;
  double stacked;  // share of pages with tones on top of hats
};

// Offices print in Times New Roman, by law (decree 30/2020, annex I); no face of Debian's is it, so
// several that are made after Times stand for it, mostly with its way to put tones over hats.
constexpr WeightedFont kFonts[] = {
    {"Liberation Serif", 28, 0.75}, {"TeX Gyre Termes", 20, 0.75}, {"FreeSerif", 18, 0.75},
    {"Liberation Sans", 7, 0.2},    {"DejaVu Serif", 3, 0.2},      {"Noto Serif", 4, 0.2},
    {"Charis SIL", 3, 0.2},         {"Gentium Plus", 3, 0.2},      {"TeX Gyre Heros", 3, 0.2},
    {"DejaVu Sans", 3, 0.2},        {"Noto Sans", 3, 0.2},         {"Carlito", 3, 0.2},
    {"Liberation Mono", 4, 0.2},    {"TeX Gyre Cursor", 2, 0.2},
};

struct WeightedDpi {
  double dpi;
  int weight;
};

constexpr WeightedDpi kDpi[] = {{90, 3},   {100, 5}, {120, 6},  {150, 9}, {200, 27},
                                {240, 10}, {260, 9}, {300, 28}, {400, 3}};

template <typename List>
const auto& pick_by_weight(Random& random, const List& list) {
  int total = 0;
  for (const auto& item : list) total += item.weight;
  int left = random.whole(1, total);
  for (const auto& item : list) {
    left -= item.weight;
    if (left <= 0) return item;
  }
  return *std::begin(list);
}

// Of values that are mostly small.
double skewed_low(Random& random, double low, double high) {
  const double share = random.unit();
  return low + (high - low) * share * share;
}

Wear some_wear(Random& random, double grey) {
  Wear wear;
  wear.dpi.x = pick_by_weight(random, kDpi).dpi * random.between(0.98, 1.02);
  wear.dpi.y = wear.dpi.x;
  const double scale = wear.dpi.x / 300;
  const double tone = random.unit();
  wear.tone = tone < 0.5 ? Tone::kBilevel : tone < 0.7 ? Tone::kGrey : Tone::kColour;
  wear.skew_degrees = random.normal() * 0.4;
  wear.ragged_px = random.between(0.1, 0.9) * std::max(scale, 0.5);
  wear.blur_px = (0.3 + skewed_low(random, 0, 1.5)) * std::max(scale, 0.6);
  wear.noise = skewed_low(random, 1, 12);
  wear.texture = skewed_low(random, 0.5, 4);
  wear.specks = static_cast<int>(skewed_low(random, 0, 120));
  // What is as dark as half an edge or lighter: scanners thicken print rather than break it.
  const double share = random.chance(0.8) ? random.between(0.5, 0.88) : random.between(0.32, 0.5);
  wear.threshold = 255 * (grey + (1 - grey) * share);
  wear.jpeg_quality = random.whole(40, 92);
  if (random.chance(0.2)) wear.shade = random.between(0.05, 0.4);
  if (random.chance(0.15)) wear.bleed = random.between(0.04, 0.22);
  if (random.chance(0.12)) wear.folds = random.whole(1, 2);
  if (random.chance(0.12)) wear.feeder_lines = random.whole(1, 3);
  if (random.chance(0.18)) wear.copier = random.between(0.2, 0.8);
  if (wear.tone == Tone::kBilevel && random.chance(0.08)) wear.dpi = {204, 98};
  return wear;
}

}  // namespace

PageStyle some_style(Random& random) {
  PageStyle style;
  const WeightedFont& font = pick_by_weight(random, kFonts);
  style.face.font = font.family;
  style.face.stacked = random.chance(font.stacked);
  style.face.size_pt = random.chance(0.8) ? random.between(11, 14.5) : random.between(8.5, 17);
  if (random.chance(0.2)) style.face.spacing_pt = random.between(-0.4, 0.5);
  style.face.bold = random.chance(0.08);
  style.face.italic = random.chance(0.08);
  const double grey = skewed_low(random, 0.03, 0.36);
  style.face.colour = {grey, grey, grey};
  if (random.chance(0.03)) style.face.colour = kPenBlue;
  style.line_factor = random.chance(0.25) ? random.between(0.98, 1.12) : random.between(1.12, 1.6);
  style.left_mm = random.between(8, 30);
  style.right_mm = random.between(8, 20);
  if (random.chance(0.3)) style.seals = random.between(1, 4);
  style.wear = some_wear(random, grey);
  return style;
}

void require_training_fonts() {
  for (const WeightedFont& font : kFonts) require_font(font.family);
}

}  // namespace sohoa
