#include "samples/wear.h"

#include "pipeline/base/error.h"

namespace sohoa {

namespace {

double either_way(Random& random, double low, double high) {
  return random.between(low, high) * (random.chance(0.5) ? 1 : -1);
}

Wear clean(Random& random) {
  Wear wear;
  wear.skew_degrees = random.between(-0.25, 0.25);
  return wear;
}

Wear skewed(Random& random) {
  Wear wear = clean(random);
  wear.skew_degrees = either_way(random, 1.2, 5);
  return wear;
}

Wear shaded(Random& random) {
  Wear wear = clean(random);
  wear.shade = random.between(0.3, 0.5);
  wear.noise = 3;
  wear.blur_px = 0.75;
  return wear;
}

Wear bleeding(Random& random) {
  Wear wear = clean(random);
  wear.bleed = random.between(0.16, 0.28);
  return wear;
}

Wear photocopied(Random& random) {
  Wear wear;
  wear.tone = random.chance(0.5) ? Tone::kBilevel : Tone::kGrey;
  wear.skew_degrees = either_way(random, 0.2, 1.2);
  wear.copier = random.between(0.4, 0.8);
  wear.noise = 9;
  wear.ragged_px = 0.7;
  wear.blur_px = 0.9;
  wear.threshold = random.between(150, 185);
  wear.punch_holes = random.chance(0.5) ? 2 : 0;
  return wear;
}

Wear faxed(Random& random) {
  Wear wear;
  wear.tone = Tone::kBilevel;
  wear.dpi = {204, 196};
  wear.skew_degrees = random.between(-0.4, 0.4);
  wear.noise = 8;
  wear.threshold = random.between(150, 175);
  wear.specks = 30;
  return wear;
}

Wear faxed_coarsely(Random& random) {
  Wear wear = faxed(random);
  wear.dpi = {204, 98};
  return wear;
}

Wear monochrome(Random& random) {
  Wear wear = clean(random);
  wear.tone = Tone::kBilevel;
  wear.noise = 4;
  wear.threshold = random.between(150, 180);
  return wear;
}

Wear coarse(Random& random) {
  Wear wear = clean(random);
  wear.dpi.x = wear.dpi.y = random.chance(0.5) ? 150 : 120;
  wear.blur_px = 0.5;
  wear.jpeg_quality = 62;
  return wear;
}

Wear folded(Random& random) {
  Wear wear = clean(random);
  wear.folds = random.whole(1, 3);
  wear.texture = 2;
  return wear;
}

Wear fed_dirty(Random& random) {
  Wear wear = clean(random);
  wear.feeder_lines = random.whole(1, 3);
  wear.skew_degrees = either_way(random, 0.2, 0.8);
  return wear;
}

Wear turned(Random& random) {
  Wear wear = clean(random);
  wear.quarter_turns = random.whole(1, 3);
  return wear;
}

Wear filed(Random& random) {
  Wear wear = clean(random);
  wear.punch_holes = 2;
  wear.folds = 1;
  wear.bleed = 0.08;
  wear.shade = 0.12;
  wear.noise = 3;
  wear.specks = 60;
  wear.texture = 2.4;
  return wear;
}

constexpr WearKind kWears[] = {
    {"clean", clean},
    {"skewed", skewed},
    {"shaded", shaded},
    {"bleed-through", bleeding},
    {"photocopy", photocopied},
    {"fax", faxed},
    {"fax-standard", faxed_coarsely},
    {"mono", monochrome},
    {"low-dpi", coarse},
    {"folded", folded},
    {"feeder-line", fed_dirty},
    {"rotated", turned},
    {"filed", filed},
};

}  // namespace

std::span<const WearKind> wear_kinds() { return kWears; }

const WearKind& wear_kind(const std::string& name) {
  for (const WearKind& kind : kWears) {
    if (kind.name == name) return kind;
  }
  throw Error(ExitCode::kUsage, name, "no such way to wear a page", "see `sohoa_samples list`");
}

}  // namespace sohoa
