#include "pipeline/understand/marks/fingerprint.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdlib>

#include "pipeline/understand/marks/ink_map.h"

namespace sohoa {

namespace {

constexpr double kMmPerInch = 25.4;
constexpr int kRowStep = 2;         // px; strokes are thicker
constexpr double kCellFull = 0.5;   // share of ink that counts as 255
constexpr double kInkMin = 0.0002;  // share of the page's px; less is specks

struct Mass {
  double pixels = 0;
  Point centre;
};

/// The sum of the places, 0 … 63, of a word's ones.
int sum_of_places(std::uint64_t bits) {
  constexpr std::array<std::uint64_t, 6> kPlacesWithBit = {0xaaaaaaaaaaaaaaaa, 0xcccccccccccccccc,
                                                           0xf0f0f0f0f0f0f0f0, 0xff00ff00ff00ff00,
                                                           0xffff0000ffff0000, 0xffffffff00000000};
  int sum = 0;
  for (std::size_t i = 0; i < kPlacesWithBit.size(); ++i) {
    sum += std::popcount(bits & kPlacesWithBit[i]) << i;
  }
  return sum;
}

Mass mass_of(const InkMap& ink) {
  Mass mass;
  for (int y = 0; y < ink.height(); y += kRowStep) {
    const std::uint64_t* row = ink.row(y);
    for (int word = 0; word < ink.words_in_row(); ++word) {
      if (row[word] == 0) continue;
      const double pixels = std::popcount(row[word]);
      mass.pixels += pixels;
      mass.centre.x += pixels * word * 64 + sum_of_places(row[word]);
      mass.centre.y += pixels * y;
    }
  }
  if (mass.pixels == 0) return mass;
  mass.centre = {mass.centre.x / mass.pixels, mass.centre.y / mass.pixels};
  return mass;
}

}  // namespace

PageFingerprint fingerprint_of(const CleanPage& clean) {
  using Print = PageFingerprint;
  Print print;
  if (clean.pixels.empty()) return print;
  const InkMap ink(clean);
  const Mass mass = mass_of(ink);
  if (mass.pixels * kRowStep < kInkMin * ink.width() * ink.height()) return print;
  print.blank = false;
  const double width = Print::kCellWidthMm * clean.dpi / kMmPerInch;
  const double height = Print::kCellHeightMm * clean.dpi / kMmPerInch;
  const auto edge = [](double centre, double size, int cells, int i, int end) {
    return std::clamp(static_cast<int>(std::lround(centre + (i - cells / 2) * size)), 0, end);
  };
  for (int row = 0; row < Print::kRows; ++row) {
    const int top = edge(mass.centre.y, height, Print::kRows, row, ink.height());
    const int bottom = edge(mass.centre.y, height, Print::kRows, row + 1, ink.height());
    for (int column = 0; column < Print::kColumns; ++column) {
      const int left = edge(mass.centre.x, width, Print::kColumns, column, ink.width());
      const int right = edge(mass.centre.x, width, Print::kColumns, column + 1, ink.width());
      int pixels = 0;
      for (int y = top; y < bottom; y += kRowStep) pixels += ink.count(y, left, right);
      const double share = pixels * kRowStep / (width * height * kCellFull);
      print.ink[row * Print::kColumns + column] =
          static_cast<std::uint8_t>(std::min(255.0, std::round(255 * share)));
    }
  }
  return print;
}

double difference(const PageFingerprint& a, const PageFingerprint& b) {
  if (a.blank || b.blank) return a.blank == b.blank ? 0 : 1;
  int apart = 0, sum = 0;
  for (std::size_t i = 0; i < a.ink.size(); ++i) {
    apart += std::abs(a.ink[i] - b.ink[i]);
    sum += a.ink[i] + b.ink[i];
  }
  return sum > 0 ? static_cast<double>(apart) / sum : 0;
}

}  // namespace sohoa
