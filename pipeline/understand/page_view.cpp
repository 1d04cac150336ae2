#include "pipeline/understand/page_view.h"

#include <algorithm>

namespace sohoa {

namespace {

constexpr double kMmPerInch = 25.4;
constexpr double kCapitalsShareMin = 0.85;
constexpr std::size_t kCapitalsMin = 3;

ViewLine view_of(const Line& line, double mm_per_px_x, double mm_per_px_y) {
  ViewLine view;
  double confidence = 0;
  for (const Word& word : line.words) {
    const Letters letters = letters_of(word.text);
    const std::size_t first = view.letters.size();
    view.letters.insert(view.letters.end(), letters.begin(), letters.end());
    view.words.push_back({word, first, view.letters.size()});
    confidence += word.confidence;
  }
  view.text = text_of(view, 0, view.words.size());
  view.box = line.box;
  view.mm = {line.box.left * mm_per_px_x, line.box.top * mm_per_px_y, line.box.right * mm_per_px_x,
             line.box.bottom * mm_per_px_y};
  view.size_pt = line.font_size_pt;
  view.capitals =
      view.letters.size() >= kCapitalsMin && capital_share(view.text) >= kCapitalsShareMin;
  view.confidence = confidence / static_cast<double>(std::max<std::size_t>(1, line.words.size()));
  return view;
}

}  // namespace

PageView view_of(const TextPage& text, int sequence) {
  PageView page;
  page.sequence = sequence;
  if (text.dpi.x <= 0 || text.dpi.y <= 0) return page;
  const double mm_per_px_x = kMmPerInch / text.dpi.x, mm_per_px_y = kMmPerInch / text.dpi.y;
  page.width_mm = text.width * mm_per_px_x;
  page.height_mm = text.height * mm_per_px_y;
  page.px_per_mm = 1 / mm_per_px_x;
  for (const Block& block : text.blocks) {
    for (const Line& line : block.lines) {
      if (!line.words.empty()) page.lines.push_back(view_of(line, mm_per_px_x, mm_per_px_y));
    }
  }
  return page;
}

std::string text_of(const ViewLine& line, std::size_t first, std::size_t end) {
  std::string text;
  for (std::size_t i = first; i < end; ++i) {
    if (!text.empty()) text += ' ';
    text += line.words[i].word.text;
  }
  return text;
}

}  // namespace sohoa
