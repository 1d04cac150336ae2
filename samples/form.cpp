#include "samples/form.h"

#include <algorithm>

#include "samples/letterhead.h"
#include "samples/markup.h"
#include "samples/seals.h"
#include "samples/table.h"

namespace sohoa {

Form::Form(Sheet& sheet, bool by_hand, Random& random, double size_pt)
    : sheet_(&sheet), by_hand_(by_hand) {
  passage_.size_pt = size_pt;
  passage_.line_factor = by_hand ? 1.42 : 1.3;
  passage_.hand = some_hand(random);
}

void Form::move_to(double left, double top, double width) {
  left_ = left;
  y_ = top;
  width_ = width;
}

std::string Form::filled(const std::string& answer) const {
  return by_hand_ ? "~" + answer + "~" : answer;
}

std::string Form::marked(const FormItem& item) const {
  const std::string answer = filled(item.answer);
  return item.field.empty() ? answer : "<" + item.field + ">" + answer + "<>";
}

void Form::add(const FormItem& item) {
  if (item.field.empty()) return;
  add_field(*sheet_, item.field, item.value.empty() ? plain_words(item.answer) : item.value);
}

void Form::line(const std::string& label, const std::string& answer, const std::string& field,
                const std::string& value) {
  const FormItem item{label, answer, field, value};
  y_ = set_form_line(*sheet_, label, marked(item), left_, y_, width_, passage_);
  add(item);
}

void Form::row(const std::vector<FormItem>& items, Share share) {
  constexpr double kGapMm = 3;
  const auto count = static_cast<double>(items.size());
  std::vector<double> steps(items.size(), width_ / count);
  if (share == Share::kNatural) {
    double needed = 0;
    for (std::size_t i = 0; i < items.size(); ++i) {
      steps[i] = text_width(*sheet_, items[i].label + " " + marked(items[i]), passage_) + kGapMm;
      needed += steps[i];
    }
    for (double& step : steps) step *= width_ / needed;
  }
  const std::size_t first = sheet_->truth().lines.size();
  double left = left_, below = y_;
  for (std::size_t i = 0; i < items.size(); ++i) {
    below = std::max(below, set_form_line(*sheet_, items[i].label, marked(items[i]), left, y_,
                                          steps[i] - kGapMm, passage_));
    left += steps[i];
  }
  y_ = below;
  // They stand on one line of the paper, and are read as one.
  auto& lines = sheet_->truth().lines;
  for (std::size_t i = first + 1; i < lines.size(); ++i) {
    for (TruthWord& word : lines[i].words) lines[first].words.push_back(std::move(word));
  }
  lines.resize(first + 1);
  for (const FormItem& item : items) add(item);
}

void Form::boxed(const std::string& label, const std::string& digits, const std::string& field) {
  const double below = set_text(*sheet_, label, left_, y_ + 0.6, width_, passage_);
  const double after = sheet_->advance(label, {passage_.size_pt}) + left_ + 2;
  draw_boxed_digits(*sheet_, {after, y_}, digits, passage_,
                    by_hand_ ? WordInk::kHand : WordInk::kPrint, field);
  auto& lines = sheet_->truth().lines;
  const TruthWord number = lines.back().words.front();
  lines.pop_back();
  lines.back().words.push_back(number);
  add({{}, {}, field, digits});
  y_ = below + 1;
}

void Form::say(const std::string& text, Align align) {
  Passage words = passage_;
  words.align = align;
  words.line_factor = 1.25;
  y_ = set_text(*sheet_, text, left_, y_, width_, words);
}

void Form::tick(bool ticked, const std::string& words) {
  constexpr double kBoxMm = 4;
  draw_tick_box(*sheet_, {left_, y_ + 0.9}, kBoxMm, ticked);
  y_ = set_text(*sheet_, words, left_ + kBoxMm + 2.5, y_, width_ - kBoxMm - 2.5, passage_);
}

void Form::sign_off(const std::string& lead, const std::string& seat, const Date& date,
                    const std::string& who, const std::string& name) {
  const double left = left_ + width_ * 0.46;
  const double width = width_ * 0.54;
  Passage when = passage_;
  when.align = Align::kCentre;
  when.italic = true;
  const std::string day = filled(two_digits(date.day));
  const std::string month = filled(month_digits(date.month));
  y_ = set_text(*sheet_,
                lead + filled(seat) + ", <ngay_ban_hanh>ngày " + day + " tháng " + month + " năm " +
                    std::to_string(date.year) + "<>",
                left, y_, width, when);
  add({{}, {}, "ngay_ban_hanh", iso(date)});
  sign_below(who, name, left, width);
}

void Form::sign_below(const std::string& who, const std::string& name, double left, double width) {
  Passage words = passage_;
  words.align = Align::kCentre;
  words.line_factor = 1.25;
  words.bold = true;
  double y = set_text(*sheet_, who, left, y_, width, words);
  words.bold = false;
  words.italic = true;
  words.size_pt -= 1.5;
  y = set_text(*sheet_, "(Ký, ghi rõ họ, chữ đệm, tên)", left, y, width, words);
  Random& random = sheet_->random();
  sign(*sheet_, {left + width / 2 + random.between(-5, 5), y + 9}, random.between(30, 42),
       passage_.hand.colour);
  words.size_pt = passage_.size_pt;
  words.italic = false;
  set_text(*sheet_, filled(name), left, y + 17, width, words);
}

void draw_tick_box(Sheet& sheet, Point corner, double size_mm, bool ticked) {
  const Box box{corner.x, corner.y, corner.x + size_mm, corner.y + size_mm};
  sheet.frame(box, 0.3);
  if (ticked) {
    Random& random = sheet.random();
    const double s = size_mm;
    const double lift = random.between(0, 0.25) * s;
    sheet.stroke(
        {{corner.x + 0.15 * s, corner.y + 0.1 * s}, {corner.x + 0.9 * s, corner.y + 0.95 * s}},
        0.45, kPenBlue);
    sheet.stroke({{corner.x + 0.92 * s, corner.y - lift}, {corner.x + 0.1 * s, corner.y + 0.9 * s}},
                 0.45, kPenBlue);
  }
  sheet.truth().marks.push_back(
      {ticked ? TruthMarkKind::kTickedBox : TruthMarkKind::kEmptyBox, box, {}});
}

}  // namespace sohoa
