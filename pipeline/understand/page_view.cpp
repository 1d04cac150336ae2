#include "pipeline/understand/page_view.h"

#include <algorithm>
#include <cmath>

namespace sohoa {

namespace {

constexpr double kMmPerInch = 25.4;
constexpr double kCapitalsShareMin = 0.85;
constexpr std::size_t kCapitalsMin = 3;

/// Upright px → millimetres of the page without its skew.
class Millimetres {
 public:
  explicit Millimetres(const TextPage& page)
      : x_(kMmPerInch / page.dpi.x),
        y_(kMmPerInch / page.dpi.y),
        centre_{page.width * x_ / 2, page.height * y_ / 2},
        cos_(std::cos(page.skew_degrees * M_PI / 180)),
        sin_(std::sin(page.skew_degrees * M_PI / 180)) {}

  /// The ink of a word turned about the page's centre; a word is too short for its own box to have
  /// grown much by the skew.
  Box operator()(const Box& px) const {
    const Point middle = px.centre();
    const double x = middle.x * x_ - centre_.x, y = middle.y * y_ - centre_.y;
    const Point turned{centre_.x + x * cos_ - y * sin_, centre_.y + x * sin_ + y * cos_};
    const double width = px.width() * x_, height = px.height() * y_;
    return {turned.x - width / 2, turned.y - height / 2, turned.x + width / 2,
            turned.y + height / 2};
  }

 private:
  double x_, y_;
  Point centre_;
  double cos_, sin_;
};

ViewLine view_of(const Line& line, const Millimetres& millimetres) {
  ViewLine view;
  double confidence = 0;
  for (const Word& word : line.words) {
    const Letters letters = letters_of(word.text);
    const std::size_t first = view.letters.size();
    view.letters.insert(view.letters.end(), letters.begin(), letters.end());
    view.words.push_back({word, millimetres(word.box), first, view.letters.size()});
    view.mm = bounds(view.mm, view.words.back().mm);
    confidence += word.confidence;
  }
  view.text = text_of(view, 0, view.words.size());
  view.box = line.box;
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
  const Millimetres millimetres(text);
  page.width_mm = text.width * kMmPerInch / text.dpi.x;
  page.height_mm = text.height * kMmPerInch / text.dpi.y;
  page.px_per_mm = text.dpi.x / kMmPerInch;
  for (const Block& block : text.blocks) {
    for (const Line& line : block.lines) {
      if (!line.words.empty()) page.lines.push_back(view_of(line, millimetres));
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
