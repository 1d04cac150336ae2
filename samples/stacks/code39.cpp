#include "samples/stacks/code39.h"

#include <string_view>
#include <utility>

#include "pipeline/base/error.h"

namespace sohoa {

namespace {

constexpr int kWide = 3;
constexpr int kUnitsOfCharacter = 16;  // five bars and four spaces, and the gap after them

/// Bars and spaces in turn, w for wide: the standard's table of characters.
constexpr std::pair<char, std::string_view> kPatterns[] = {
    {'0', "nnnwwnwnn"}, {'1', "wnnwnnnnw"}, {'2', "nnwwnnnnw"}, {'3', "wnwwnnnnn"},
    {'4', "nnnwwnnnw"}, {'5', "wnnwwnnnn"}, {'6', "nnwwwnnnn"}, {'7', "nnnwnnwnw"},
    {'8', "wnnwnnwnn"}, {'9', "nnwwnnwnn"}, {'A', "wnnnnwnnw"}, {'B', "nnwnnwnnw"},
    {'C', "wnwnnwnnn"}, {'D', "nnnnwwnnw"}, {'E', "wnnnwwnnn"}, {'F', "nnwnwwnnn"},
    {'G', "nnnnnwwnw"}, {'H', "wnnnnwwnn"}, {'I', "nnwnnwwnn"}, {'J', "nnnnwwwnn"},
    {'K', "wnnnnnnww"}, {'L', "nnwnnnnww"}, {'M', "wnwnnnnwn"}, {'N', "nnnnwnnww"},
    {'O', "wnnnwnnwn"}, {'P', "nnwnwnnwn"}, {'Q', "nnnnnnwww"}, {'R', "wnnnnnwwn"},
    {'S', "nnwnnnwwn"}, {'T', "nnnnwnwwn"}, {'U', "wwnnnnnnw"}, {'V', "nwwnnnnnw"},
    {'W', "wwwnnnnnn"}, {'X', "nwnnwnnnw"}, {'Y', "wwnnwnnnn"}, {'Z', "nwwnwnnnn"},
    {'*', "nwnnwnwnn"}};

std::string_view pattern_of(char character) {
  for (const auto& [known, pattern] : kPatterns) {
    if (known == character) return pattern;
  }
  throw Error(ExitCode::kInput, "Code 39", "has no such character", "use capitals and digits");
}

}  // namespace

void draw_code39(Sheet& sheet, const Box& box, const std::string& text, BarsAlong along) {
  const std::string characters = "*" + text + "*";
  const bool row = along == BarsAlong::kRow;
  const double length = row ? box.width() : box.height();
  const double unit = length / static_cast<double>(characters.size() * kUnitsOfCharacter - 1);
  double at = row ? box.left : box.top;
  for (const char character : characters) {
    bool bar = true;
    for (const char element : pattern_of(character)) {
      const double width = element == 'w' ? kWide * unit : unit;
      if (bar && row) sheet.fill({at, box.top, at + width, box.bottom}, kToner);
      if (bar && !row) sheet.fill({box.left, at, box.right, at + width}, kToner);
      at += width;
      bar = !bar;
    }
    at += unit;
  }
  sheet.truth().marks.push_back({TruthMarkKind::kBarcode, box, text});
}

}  // namespace sohoa
