#include "samples/pen_strokes.h"

#include <utf8proc.h>

#include <algorithm>
#include <map>
#include <sstream>
#include <string>

namespace sohoa {

namespace {

// Points "x,y" of a stroke, strokes parted by a bar; a point twice is a corner.
const std::map<char32_t, const char*>& skeletons() {
  static const std::map<char32_t, const char*> table = {
      {U'0', "38,100 14,72 14,28 36,0 60,28 62,72 38,100"},
      {U'1', "12,74 36,100 36,100 34,0"},
      {U'2', "12,78 32,100 56,84 46,50 10,2 10,2 36,8 62,2"},
      {U'3', "14,90 36,100 54,82 44,60 26,54 26,54 50,46 58,24 36,0 10,12"},
      {U'4', "40,100 10,36 10,36 66,36|48,62 44,0"},
      {U'5', "58,98 22,96 22,96 18,58 18,58 44,62 58,34 42,4 12,8"},
      {U'6', "54,98 26,70 14,28 32,0 54,18 48,46 28,48 16,28"},
      {U'7', "10,94 60,96 60,96 40,50 30,0|24,50 54,52"},
      {U'8', "54,86 34,100 18,80 36,56 56,28 36,0 14,24 34,54 54,78 52,90"},
      {U'9', "54,84 32,98 14,74 28,54 48,64 55,88 55,88 52,40 40,0"},
      {U'/', "8,-10 42,104"},
      {U'-', "6,40 38,42"},
      {U'.', "10,0 12,5"},
      {U',', "14,6 8,-14"},
      {U':', "12,6 13,11|14,42 15,47"},
      {U'(', "30,108 12,60 14,20 32,-12"},
      {U')', "8,108 26,60 24,20 6,-12"},
      {U';', "12,6 7,-10|14,42 15,47"},
      {U'+', "6,40 46,42|26,64 27,18"},
      {U'%', "60,96 10,4|22,92 12,80 24,68 32,80 22,92|52,32 42,20 54,8 62,20 52,32"},
      {U'²', "8,96 18,106 28,96 8,72 8,72 30,72"},
      {U'a', "50,46 32,56 12,36 16,6 34,4 48,30 50,52 50,52 48,12 58,2 68,14"},
      {U'b', "16,100 14,8 14,8 30,0 48,22 40,50 16,38"},
      {U'c', "48,44 32,56 12,36 14,10 34,0 54,12"},
      {U'd', "50,46 32,56 12,36 16,6 34,4 50,30|54,100 50,14 58,0 70,12"},
      {U'đ', "50,46 32,56 12,36 16,6 34,4 50,30|54,100 50,14 58,0 70,12|36,80 72,82"},
      {U'e', "14,28 44,36 42,54 24,54 12,30 22,2 42,2 56,14"},
      {U'f', "54,92 40,100 28,70 26,-30|10,54 46,56"},
      {U'g', "50,46 32,56 12,36 16,8 34,6 50,30|52,54 48,-10 30,-38 10,-26"},
      {U'h', "14,100 14,0|14,34 30,54 44,46 44,8 54,0 64,10"},
      {U'i', "14,54 14,10 24,0 34,10"},
      {U'j', "16,54 16,-16 4,-36 -8,-24"},
      {U'k', "14,100 14,0|46,54 16,26 16,26 48,0"},
      {U'l', "14,50 28,92 20,100 12,70 14,12 26,0 38,12"},
      {U'm', "12,54 12,0|12,34 24,54 34,46 34,0|34,34 48,54 60,46 60,8 70,0 78,10"},
      {U'n', "12,54 12,0|12,34 28,54 44,46 44,8 54,0 64,10"},
      {U'o', "34,55 14,38 14,12 32,0 50,16 48,42 34,55 46,50 56,48"},
      {U'p', "12,54 12,-38|12,36 30,56 48,36 40,6 14,8"},
      {U'q', "50,46 32,56 12,36 16,8 34,6 50,30|52,54 50,-38"},
      {U'r', "12,54 14,0|14,32 26,52 42,48"},
      {U's', "42,50 24,56 16,40 36,24 36,6 10,2"},
      {U't', "22,90 20,12 32,0 46,10|6,56 42,58"},
      {U'u', "12,54 12,14 26,0 42,16 44,54 44,54 44,10 54,0 64,10"},
      {U'v', "10,54 26,0 26,0 46,54"},
      {U'w', "8,54 20,0 20,0 34,40 34,40 48,0 48,0 62,54"},
      {U'x', "10,54 46,0|46,54 8,0"},
      {U'y', "12,54 12,20 26,6 44,20|46,54 44,-12 28,-38 8,-26"},
      {U'z', "10,54 46,54 46,54 8,0 8,0 50,2"},
      {U'A', "6,0 36,100 36,100 64,0|18,36 56,38"},
      {U'B', "14,100 12,0|12,98 46,96 48,66 16,54 16,54 56,44 50,4 12,0"},
      {U'C', "60,84 40,100 14,70 14,26 38,0 64,16"},
      {U'D', "14,100 12,0|10,98 50,92 66,50 46,6 10,0"},
      {U'Đ', "14,100 12,0|10,98 50,92 66,50 46,6 10,0|0,52 34,52"},
      {U'E', "58,98 16,96 16,96 14,2 14,2 60,4|15,52 48,54"},
      {U'F', "58,98 16,96 16,96 14,0|15,52 48,54"},
      {U'G', "60,84 40,100 14,70 14,26 38,0 60,14 60,42 60,42 38,42"},
      {U'H', "14,100 12,0|60,100 58,0|13,50 59,54"},
      {U'I', "20,100 18,0"},
      {U'J', "40,100 38,20 22,0 6,16"},
      {U'K', "14,100 12,0|58,100 14,46 14,46 60,0"},
      {U'L', "16,100 12,4 12,4 56,2"},
      {U'M', "10,0 18,100 18,100 42,30 42,30 68,100 68,100 76,0"},
      {U'N', "12,0 14,100 14,100 58,0 58,0 60,100"},
      {U'O', "40,100 12,70 14,24 40,0 66,28 66,74 40,100"},
      {U'P', "14,100 12,0|12,98 50,96 54,62 14,50"},
      {U'Q', "40,100 12,70 14,24 40,0 66,28 66,74 40,100|44,24 70,-8"},
      {U'R', "14,100 12,0|12,98 50,96 54,62 14,50|24,50 60,0"},
      {U'S', "56,86 36,100 16,80 34,54 58,34 44,2 10,10"},
      {U'T', "6,96 66,98|36,97 34,0"},
      {U'U', "12,100 12,26 34,0 58,24 60,100"},
      {U'V', "8,100 34,0 34,0 62,100"},
      {U'W', "6,100 22,0 22,0 40,70 40,70 58,0 58,0 74,100"},
      {U'X', "10,100 60,0|60,100 8,0"},
      {U'Y', "8,100 34,50 34,50 60,100|34,50 32,0"},
      {U'Z', "10,98 58,98 58,98 8,2 8,2 62,4"},
  };
  return table;
}

constexpr char32_t kGrave = 0x300, kAcute = 0x301, kCircumflex = 0x302, kTilde = 0x303,
                   kBreve = 0x306, kHook = 0x309, kHorn = 0x31B, kDotBelow = 0x323;

// Around the middle of the letter, from its top up; the dot below from the baseline.
const std::map<char32_t, const char*>& marks() {
  static const std::map<char32_t, const char*> table = {
      {kGrave, "4,3 -10,20"},
      {kAcute, "-3,3 10,21"},
      {kCircumflex, "-15,3 0,17 0,17 15,3"},
      {kTilde, "-15,6 -6,15 5,7 14,16"},
      {kBreve, "-13,15 0,4 13,15"},
      {kHook, "-7,16 2,23 9,15 1,4"},
      {kDotBelow, "0,-16 2,-12"},
  };
  return table;
}

std::vector<std::vector<Point>> parse(const char* skeleton, Point offset) {
  std::vector<std::vector<Point>> strokes;
  std::istringstream all(skeleton);
  for (std::string stroke; std::getline(all, stroke, '|');) {
    std::istringstream points(stroke);
    strokes.emplace_back();
    Point point;
    for (char comma = 0; points >> point.x >> comma >> point.y;) {
      strokes.back().push_back({point.x + offset.x, point.y + offset.y});
    }
  }
  return strokes;
}

void append(PenStrokes& glyph, std::vector<std::vector<Point>> strokes) {
  for (std::vector<Point>& stroke : strokes) glyph.strokes.push_back(std::move(stroke));
}

/// The letter, then its marks in canonical order.
std::vector<char32_t> decomposed(char32_t letter) {
  utf8proc_int32_t parts[4] = {};
  int last_class = 0;
  const utf8proc_ssize_t count = utf8proc_decompose_char(static_cast<utf8proc_int32_t>(letter),
                                                         parts, 4, UTF8PROC_DECOMPOSE, &last_class);
  std::vector<char32_t> result;
  for (utf8proc_ssize_t i = 0; i < std::min<utf8proc_ssize_t>(count, 4); ++i) {
    result.push_back(static_cast<char32_t>(parts[i]));
  }
  return result;
}

}  // namespace

PenStrokes pen_strokes(char32_t letter) {
  PenStrokes glyph;
  const std::vector<char32_t> parts = decomposed(letter);
  if (parts.empty() || skeletons().count(parts[0]) == 0) return glyph;
  append(glyph, parse(skeletons().at(parts[0]), {0, 0}));

  double right = 0, top = 0, left = 100;
  for (const std::vector<Point>& stroke : glyph.strokes) {
    for (const Point& point : stroke) {
      left = std::min(left, point.x);
      right = std::max(right, point.x);
      top = std::max(top, point.y);
    }
  }
  glyph.advance = right + 4;
  Point above{(left + right) / 2, top + 3};
  bool marked_above = false;
  for (std::size_t i = 1; i < parts.size(); ++i) {
    if (parts[i] == kHorn) {
      append(glyph, parse("-6,-9 4,-5 5,7", {right, top}));
    } else if (parts[i] == kDotBelow) {
      append(glyph, parse(marks().at(kDotBelow), {above.x, 0}));
    } else if (marks().count(parts[i]) != 0) {
      append(glyph, parse(marks().at(parts[i]), above));
      above = {above.x + 6, above.y + 13};
      marked_above = true;
    }
  }
  if ((parts[0] == U'i' || parts[0] == U'j') && !marked_above) {
    append(glyph, parse("15,70 16,75", {0, 0}));
  }
  return glyph;
}

}  // namespace sohoa
