#include "pipeline/understand/marks/ink_colour.h"

#include <algorithm>
#include <bit>

namespace sohoa {

namespace {

constexpr int kRowsWanted = 6;
constexpr int kSamplesWanted = 32;

}  // namespace

double InkColour::darkness() const { return (red + green + blue) / 3; }

double InkColour::blueness() const {
  const double most = std::max({red, green, blue});
  return most <= 0 ? 0 : (red - blue) / most;
}

std::optional<InkColour> colour_of(const ScannedPage& scan, const CleanPage& clean,
                                   const InkMap& ink, const Box& clean_px) {
  const Image& pixels = scan.pixels;
  const Matrix to_scan =
      then(clean.to_upright,
           inverse(quarter_turn_matrix(clean.quarter_turns, pixels.width, pixels.height)));
  const Box place = ink.within(clean_px);
  const int step = std::max(1, static_cast<int>(place.height()) / kRowsWanted);
  double sums[3] = {0, 0, 0};
  int samples = 0;
  for (int y = static_cast<int>(place.top) + step / 2; y < place.bottom; y += step) {
    for (int x = static_cast<int>(place.left); x < place.right; x += 64) {
      // Edges are blurred with paper: only pixels with ink on every side.
      std::uint64_t core = ink.window(x, y) & ink.window(x - 1, y) & ink.window(x + 1, y) &
                           ink.window(x, y - 1) & ink.window(x, y + 1);
      if (place.right - x < 64) {
        core &= (std::uint64_t{1} << static_cast<int>(place.right - x)) - 1;
      }
      for (; core != 0; core &= core - 1) {
        if ((std::countr_zero(core) + y) % 3 != 0) continue;
        const Point at = to_scan * Point{x + std::countr_zero(core) + 0.5, y + 0.5};
        const int column = std::clamp(static_cast<int>(at.x), 0, pixels.width - 1);
        const int row = std::clamp(static_cast<int>(at.y), 0, pixels.height - 1);
        const std::uint8_t* value = pixels.row(row) + column * pixels.channels;
        for (int c = 0; c < 3; ++c) sums[c] += 255 - value[pixels.channels == 3 ? c : 0];
        ++samples;
      }
    }
    if (samples > kSamplesWanted) break;
  }
  if (samples == 0) return std::nullopt;
  const double scale = 1.0 / (255.0 * samples);
  return InkColour{sums[0] * scale, sums[1] * scale, sums[2] * scale};
}

}  // namespace sohoa
