#include "pipeline/recognize/upright.h"

#include <cmath>

namespace sohoa {

namespace {

constexpr double kPointsPerInch = 72;

Point inside(const Point& p, const Box& page) {
  return {std::clamp(p.x, page.left, page.right), std::clamp(p.y, page.top, page.bottom)};
}

void move_line(Line& line, const CleanPage& page, const Box& frame) {
  const Matrix& m = page.to_upright;
  const double scale = std::hypot(m.c, m.d);
  for (Word& word : line.words) word.box = intersection(m * word.box, frame);
  std::erase_if(line.words, [](const Word& word) { return word.box.empty(); });
  line.box = Box();
  for (const Word& word : line.words) line.box = bounds(line.box, word.box);
  line.baseline_start = inside(m * line.baseline_start, frame);
  line.baseline_end = inside(m * line.baseline_end, frame);
  line.x_height *= scale;
  if (page.dpi > 0) line.font_size_pt *= kPointsPerInch / page.dpi;
}

}  // namespace

TextPage blank_text_page(const CleanPage& page) {
  TextPage text;
  text.width = page.upright_width;
  text.height = page.upright_height;
  text.dpi = page.upright_dpi;
  text.quarter_turns = page.quarter_turns;
  text.skew_degrees = page.quality.skew_degrees;
  return text;
}

void make_upright(TextPage& text, const CleanPage& page) {
  const Box frame{0, 0, static_cast<double>(text.width), static_cast<double>(text.height)};
  for (Block& block : text.blocks) {
    block.box = intersection(page.to_upright * block.box, frame);
    for (Line& line : block.lines) move_line(line, page, frame);
    std::erase_if(block.lines, [](const Line& line) { return line.words.empty(); });
    for (const Line& line : block.lines) block.box = bounds(block.box, line.box);
  }
  std::erase_if(text.blocks, [](const Block& block) { return block.box.empty(); });
  for (Finding& finding : text.findings) {
    if (finding.where) finding.where = intersection(page.to_upright * *finding.where, frame);
  }
  for (const Box& seal : page.seals) text.blocks.push_back({BlockKind::kSeal, seal, {}});
}

}  // namespace sohoa
