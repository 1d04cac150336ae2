#include "pipeline/understand/marks/rest_ink.h"

#include <algorithm>
#include <cmath>

#include "pipeline/base/union_find.h"

namespace sohoa {

namespace {

constexpr int kCoolMin = 24;      // of 255: how much more red than blue light a cool ink absorbs
constexpr int kDarkMin = 70;      // of 255: of its red light
constexpr int kCrossedMax = 120;  // of 255: red light that is left where it crosses a red seal

// In x-heights.
constexpr double kHeightMin = 0.6;
constexpr double kHeightMax = 3.5;
constexpr double kWidthMax = 16;
constexpr double kGapMax = 1.0;

void add_cool_ink(const ScannedPage& scan, const CleanPage& clean, const Box& upright,
                  const InkMap& ink, InkMap& rest) {
  const Image& pixels = scan.pixels;
  const Matrix to_scan =
      then(clean.to_upright,
           inverse(quarter_turn_matrix(clean.quarter_turns, pixels.width, pixels.height)));
  const Box place = ink.within(inverse(clean.to_upright) * upright);
  for (int y = static_cast<int>(place.top); y < place.bottom; ++y) {
    Point at = to_scan * Point{place.left + 0.5, y + 0.5};
    for (int x = static_cast<int>(place.left); x < place.right;
         ++x, at.x += to_scan.a, at.y += to_scan.b) {
      const int column = static_cast<int>(at.x), row = static_cast<int>(at.y);
      if (column < 0 || row < 0 || column >= pixels.width || row >= pixels.height) continue;
      const std::uint8_t* rgb = pixels.row(row) + column * 3;
      const bool is_cool = rgb[2] - rgb[0] > kCoolMin && 255 - rgb[0] > kDarkMin;
      // What is dark and was taken out is not black.
      const bool is_crossing = rgb[0] < kCrossedMax && !ink.at(x, y);
      if (is_cool || is_crossing) rest.add(x, y);
    }
  }
}

bool is_letter(const InkPart& part, double x_height) {
  const Box& box = part.box;
  const double height = box.height() / x_height, width = box.width() / x_height;
  if (height < kHeightMin || height > kHeightMax || width > kWidthMax) return false;
  if (width > 6 * height) return false;                   // a rule
  return part.pixels < 0.8 * box.width() * box.height();  // no dirt
}

}  // namespace

InkMap rest_of(const InkMap& ink, const ScannedPage& scan, const CleanPage& clean,
               const std::vector<Box>& printed) {
  InkMap rest = ink;
  for (const Box& word : printed) rest.erase(word);
  if (scan.pixels.channels != 3) return rest;
  for (const Box& seal : clean.seals) add_cool_ink(scan, clean, seal, ink, rest);
  return rest;
}

std::vector<InkGroup> letter_groups(const std::vector<InkPart>& parts, double x_height) {
  std::vector<Box> letters;
  for (const InkPart& part : parts) {
    if (letters.size() < kGroupPartsMax && is_letter(part, x_height)) letters.push_back(part.box);
  }
  std::sort(letters.begin(), letters.end(),
            [](const Box& a, const Box& b) { return a.left < b.left; });
  std::vector<int> parent(letters.size());
  for (std::size_t i = 0; i < parent.size(); ++i) parent[i] = static_cast<int>(i);
  for (std::size_t i = 0; i < letters.size(); ++i) {
    for (std::size_t j = i + 1; j < letters.size(); ++j) {
      const Box &a = letters[i], &b = letters[j];
      if (b.left - a.left > (kWidthMax + kGapMax) * x_height) break;
      const double common = std::min(a.bottom, b.bottom) - std::max(a.top, b.top);
      if (b.left - a.right > kGapMax * x_height) continue;
      if (common < 0.4 * std::min(a.height(), b.height())) continue;
      unite(parent, static_cast<int>(i), static_cast<int>(j));
    }
  }
  std::vector<InkGroup> groups;
  std::vector<int> group_of(letters.size(), -1);
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const int root = root_of(parent, static_cast<int>(i));
    if (group_of[root] < 0) {
      group_of[root] = static_cast<int>(groups.size());
      groups.emplace_back();
    }
    InkGroup& group = groups[group_of[root]];
    group.box = bounds(group.box, letters[i]);
    ++group.parts;
  }
  return groups;
}

}  // namespace sohoa
