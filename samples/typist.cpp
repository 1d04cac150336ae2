#include "samples/typist.h"

#include <utility>

#include "samples/markup.h"

namespace sohoa {

namespace {

constexpr double kAscent = 0.89;  // of the size, Liberation Serif
constexpr WordInk kInkOf[] = {WordInk::kPrint, WordInk::kHand};

struct PlacedWord {
  MarkedWord word;
  Face face;
  double width = 0;
};

struct PlacedLine {
  std::vector<PlacedWord> words;
  double width = 0;  // with single spaces
};

Face face_of(const MarkedWord& word, const Passage& passage) {
  return {passage.size_pt, passage.family, passage.bold != word.bold, passage.italic != word.italic,
          passage.colour};
}

double space_of(Sheet& sheet, const Passage& passage) {
  return sheet.advance(" ", {passage.size_pt, passage.family, false, false, {}});
}

double pitch_of(const Passage& passage) {
  return passage.size_pt * kMmPerPoint * passage.line_factor;
}

/// A hand leaves more room between words than print does.
double width_of(Sheet& sheet, const MarkedWord& word, const Face& face, const Hand& hand) {
  if (!word.hand) return sheet.advance(word.text, face);
  return hand_advance(word.text, hand) + hand.capital_mm * 0.18;
}

std::vector<PlacedLine> greedy_lines(Sheet& sheet, const std::string& text, double width,
                                     const Passage& passage, double first_line_mm) {
  const double space = space_of(sheet, passage);
  std::vector<PlacedLine> lines(1);
  double room = width - first_line_mm;
  for (const MarkedWord& word : parse_markup(text)) {
    PlacedWord placed{word, face_of(word, passage), 0};
    placed.width = width_of(sheet, word, placed.face, passage.hand);
    double needed = lines.back().width + (lines.back().words.empty() ? 0 : space) + placed.width;
    if (!lines.back().words.empty() && needed > room) {
      lines.emplace_back();
      room = width;
      needed = placed.width;
    }
    lines.back().width = needed;
    lines.back().words.push_back(std::move(placed));
  }
  return lines;
}

/// Lines of a column; centred ones about equally long, as titles are broken.
std::vector<PlacedLine> broken_lines(Sheet& sheet, const std::string& text, double width,
                                     const Passage& passage, double first_line_mm) {
  constexpr double kStepMm = 2;
  auto lines = greedy_lines(sheet, text, width, passage, first_line_mm);
  if (passage.align != Align::kCentre || lines.size() < 2) return lines;
  for (double narrower = width - kStepMm; narrower > width / 2; narrower -= kStepMm) {
    auto balanced = greedy_lines(sheet, text, narrower, passage, first_line_mm);
    if (balanced.size() > lines.size()) break;
    lines = std::move(balanced);
  }
  return lines;
}

/// Draws one line from `x` with `space` between words; returns the x after it.
double draw_line(Sheet& sheet, const PlacedLine& line, double x, double baseline, double space,
                 const Passage& passage) {
  TruthLine truth;
  for (const PlacedWord& placed : line.words) {
    const Point at{x, baseline};
    const Box box = placed.word.hand ? write_by_hand(sheet, placed.word.text, at, passage.hand)
                                     : sheet.print(placed.word.text, at, placed.face);
    truth.words.push_back({placed.word.text, box, kInkOf[placed.word.hand], placed.word.field});
    x += placed.width + space;
  }
  if (!truth.words.empty()) sheet.truth().lines.push_back(std::move(truth));
  return x - space;
}

/// Where a line starts, and how wide its spaces are.
struct Setting {
  double x = 0;
  double space = 0;
};

Setting setting_of(const PlacedLine& line, double left, double width, double space, Align align,
                   bool last) {
  const double rest = width - line.width;
  if (align == Align::kCentre) return {left + rest / 2, space};
  if (align == Align::kRight) return {left + rest, space};
  if (align == Align::kJustify && !last && line.words.size() > 1) {
    return {left, space + rest / static_cast<double>(line.words.size() - 1)};
  }
  return {left, space};
}

double draw_placed(Sheet& sheet, const PlacedLine& line, double left, double top, double width,
                   const Passage& passage, bool last) {
  const double baseline = top + passage.size_pt * kMmPerPoint * kAscent;
  const Setting setting =
      setting_of(line, left, width, space_of(sheet, passage), passage.align, last);
  const double end = draw_line(sheet, line, setting.x, baseline, setting.space, passage);
  if (passage.dotted && last) sheet.dotted({end + 0.8, baseline}, {left + width, baseline});
  return top + pitch_of(passage);
}

}  // namespace

double set_text(Sheet& sheet, const std::string& text, double left, double top, double width,
                const Passage& passage) {
  double indent = passage.first_line_mm;
  const auto lines = broken_lines(sheet, text, width, passage, indent);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool last = i + 1 == lines.size();
    top = draw_placed(sheet, lines[i], left + indent, top, width - indent, passage, last);
    indent = 0;
  }
  return top + passage.after_mm;
}

double text_width(Sheet& sheet, const std::string& text, const Passage& passage) {
  return greedy_lines(sheet, text, 1e6, passage, 0)[0].width;
}

double text_height(Sheet& sheet, const std::string& text, double width, const Passage& passage) {
  const auto lines = broken_lines(sheet, text, width, passage, passage.first_line_mm);
  return static_cast<double>(lines.size()) * pitch_of(passage) + passage.after_mm;
}

double set_form_line(Sheet& sheet, const std::string& label, const std::string& value, double left,
                     double top, double width, const Passage& passage) {
  Passage line = passage;
  line.dotted = true;
  line.align = Align::kLeft;
  const double gap = space_of(sheet, line);
  const double labelled =
      label.empty() ? 0 : broken_lines(sheet, label, 1e6, line, 0)[0].width + gap;
  const auto lines = broken_lines(sheet, label + " " + value, width, line, 0);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const double baseline = top + line.size_pt * kMmPerPoint * kAscent;
    const bool by_hand = !lines[i].words.empty() && lines[i].words.back().word.hand;
    const double end = draw_line(sheet, lines[i], left, baseline, gap, line);
    // A pen writes on the dots; a word processor replaces them.
    const double dots_from = by_hand ? left + (i == 0 ? labelled : 0) : end + 0.8;
    sheet.dotted({dots_from, baseline + 0.3}, {left + width, baseline + 0.3});
    top += pitch_of(line);
  }
  return top + line.after_mm;
}

Typist::Typist(Pad& pad, Margins margins) : pad_(pad), margins_(margins) {
  sheet_ = &pad_.next();
  y_ = margins_.top;
}

void Typist::paragraph(const std::string& text, const Passage& passage) {
  double indent = passage.first_line_mm;
  const auto lines = broken_lines(*sheet_, text, width(), passage, indent);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    need(pitch_of(passage));
    const bool last = i + 1 == lines.size();
    y_ = draw_placed(*sheet_, lines[i], left() + indent, y_, width() - indent, passage, last);
    indent = 0;
  }
  y_ += passage.after_mm;
}

void Typist::need(double mm) {
  if (y_ + mm > sheet_->height() - margins_.bottom) new_page();
}

void Typist::turn_over() {
  sheet_ = &pad_.next();
  y_ = margins_.top;
}

void Typist::new_page() {
  turn_over();
  Passage number;
  number.size_pt = 13.5;
  number.align = Align::kCentre;
  set_text(*sheet_, std::to_string(pad_.sheets().size()), 0, margins_.top - 10, sheet_->width(),
           number);
}

}  // namespace sohoa
