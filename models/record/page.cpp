#include "models/record/page.h"

namespace sohoa {

namespace {

std::string text_of(const Line& line) {
  std::string text;
  for (const Word& word : line.words) {
    if (!text.empty()) text += ' ';
    text += word.text;
  }
  return text;
}

}  // namespace

std::string plain_text(const TextPage& page) {
  std::string text;
  for (const Block& block : page.blocks) {
    if (block.lines.empty()) continue;
    if (!text.empty()) text += '\n';
    for (const Line& line : block.lines) text += text_of(line) + '\n';
  }
  return text;
}

Matrix quarter_turn_matrix(int quarter_turns, int width, int height) {
  const double w = width;
  const double h = height;
  switch (quarter_turns & 3) {
    case 1:
      return {0, 1, -1, 0, h, 0};
    case 2:
      return {-1, 0, 0, -1, w, h};
    case 3:
      return {0, -1, 1, 0, 0, w};
    default:
      return {};
  }
}

}  // namespace sohoa
