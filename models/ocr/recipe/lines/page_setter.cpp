#include "models/ocr/recipe/lines/page_setter.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "samples/seals.h"

namespace sohoa {

namespace {

constexpr double kTopMm = 12, kBottomMm = 10;
constexpr double kPassageGap = 0.35;  // of a line, at most

/// Before a word that a clerk put into the printed line: a number, a day.
constexpr std::string_view kPutIn = "‸";

bool is_put_in(std::string_view word) { return word.substr(0, kPutIn.size()) == kPutIn; }

std::string text_of(const std::string& word) {
  return is_put_in(word) ? word.substr(kPutIn.size()) : word;
}

std::vector<std::string> split(const std::string& text) {
  std::vector<std::string> words;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) words.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

/// Sets lines down a sheet.
class PageSetter {
 public:
  PageSetter(Sheet& sheet, const PageStyle& style, Passages& passages, Random& random)
      : sheet_(sheet),
        style_(style),
        passages_(passages),
        random_(random),
        face_(style.face),
        left_(style.left_mm),
        right_(sheet.width() - style.right_mm),
        pitch_(style.face.size_pt * kMmPerPoint * style.line_factor) {
    space_ = sheet_.advance("n n", face_) - sheet_.advance("nn", face_);
  }

  void fill() {
    y_ = kTopMm + pitch_;
    while (y_ < sheet_.height() - kBottomMm) set_something();
  }

 private:
  void set_something() {
    const double kind = random_.unit();
    if (kind < 0.08) return set_heading();
    if (kind < 0.15) return set_two_columns();
    if (kind < 0.22) return set_form_line();
    if (kind < 0.26) return set_table();
    if (kind < 0.30) return set_note();
    set_passage();
  }

  // Some lines of running text.
  void set_passage() {
    const int lines = random_.whole(1, 9);
    const double indent = random_.chance(0.5) ? random_.between(5, 14) : 0;
    for (int i = 0; i < lines && has_room(); ++i) {
      const bool begins = passages_.at_start();
      if (begins && i > 0) down(1 + kPassageGap * random_.unit());
      Face face = face_;
      vary(face);
      print_line(left_ + (begins ? indent : 0), right_, face, random_.chance(0.7));
      if (i + 1 < lines) down(1);
    }
    down(1 + kPassageGap * random_.unit());
  }

  void set_heading() {
    Face face = face_;
    face.bold = random_.chance(0.8);
    face.italic = random_.chance(0.15);
    face.size_pt *= random_.between(0.95, 1.25);
    const std::vector<std::string> words = passages_.take(random_.whole(2, 9));
    const double width = width_of(words, face);
    const double x = std::max(left_, (left_ + right_ - width) / 2);
    const Box box = print_words(words, x, right_, face, space_);
    if (random_.chance(0.3)) underline(box);
    down(random_.between(1, 1.6));
  }

  // As a letterhead, or the names under it.
  void set_two_columns() {
    const double middle = left_ + (right_ - left_) * random_.between(0.35, 0.6);
    const int lines = random_.whole(1, 4);
    const bool level = random_.chance(0.7);
    for (int i = 0; i < lines && has_room(); ++i) {
      for (const auto& [from, to] : {std::pair(left_, middle - 4), std::pair(middle + 4, right_)}) {
        Face face = face_;
        vary(face);
        const std::vector<std::string> words = fitting(passages_.take(8), to - from, face);
        const double width = width_of(words, face);
        const double shift = level || from == left_ ? 0 : random_.between(-0.3, 0.3) * pitch_;
        y_ += shift;
        const Box box =
            print_words(words, from + std::max(0.0, to - from - width) / 2, to, face, space_);
        if (random_.chance(0.15)) underline(box);
        y_ -= shift;
      }
      down(1);
    }
  }

  // A label and what is filled in, on dots or on a rule, or dots only.
  void set_form_line() {
    Face face = face_;
    const std::vector<std::string> label = fitting(passages_.take(5), (right_ - left_) / 2, face);
    const double value_left = print_words(label, left_, right_, face, space_).right + space_;
    const bool filled = random_.chance(0.6);
    vary(face);
    if (filled && value_left < right_ - 10) {
      print_words(fitting(passages_.take(6), right_ - value_left, face), value_left, right_, face,
                  space_ * random_.between(0.9, 2));
    }
    if (random_.chance(0.7)) {
      sheet_.dotted({value_left, y_ + random_.between(0, 0.5)}, {right_, y_ + 0.3}, face_.colour);
    }
    down(random_.between(1, 1.5));
  }

  void set_table() {
    const int columns = random_.whole(2, 5), rows = random_.whole(2, 5);
    const double height = pitch_ * random_.between(1.1, 1.6);
    const double rule = random_.between(0.1, 0.4);
    const double top = y_ - height * 0.72, width = (right_ - left_) / columns;
    const bool centred = random_.chance(0.4);
    int row = 0;
    for (; row < rows && has_room(); ++row) {
      for (int column = 0; column < columns; ++column) {
        Face face = face_;
        face.bold = face.bold || row == 0;
        const double from = left_ + column * width + 1.2;
        const std::vector<std::string> words = fitting(passages_.take(6), width - 2.4, face);
        const double room = std::max(0.0, width - 2.4 - width_of(words, face));
        print_words(words, from + (centred ? room / 2 : 0), from + width, face, space_);
      }
      y_ += height;
    }
    const double bottom = top + row * height;
    for (int i = 0; i <= row; ++i) {
      sheet_.line({left_, top + i * height}, {right_, top + i * height}, rule, face_.colour);
    }
    for (int i = 0; i <= columns; ++i) {
      sheet_.line({left_ + i * width, top}, {left_ + i * width, bottom}, rule, face_.colour);
    }
    down(0.4);
  }

  // As the mark of an electronic signature: some small lines beside a seal.
  void set_note() {
    Face face = face_;
    face.size_pt = random_.between(6.5, 10);
    face.spacing_pt = 0;
    const double width = random_.between(35, 75);
    const double from = random_.between(left_, right_ - width);
    const double pitch = face.size_pt * kMmPerPoint * random_.between(1, 1.2);
    const int lines = random_.whole(2, 5);
    if (random_.chance(0.4)) {
      const double diameter = random_.between(14, 22);
      press_seal(sheet_, {from - diameter / 2, y_ + lines * pitch / 2 - pitch},
                 "ỦY BAN NHÂN DÂN XÃ MẪU", "MẪU", diameter);
    }
    const double space = space_ * face.size_pt / face_.size_pt;
    for (int i = 0; i < lines && has_room(); ++i) {
      print_words(fitting_next(width, face), from, right_, face, space);
      y_ += pitch;
    }
    down(random_.between(0.5, 1));
  }

  void vary(Face& face) {
    if (random_.chance(0.12)) face.bold = !face.bold;
    if (random_.chance(0.15)) face.italic = !face.italic;
    if (random_.chance(0.08)) face.size_pt *= random_.between(0.85, 1.15);
  }

  // As many words as fit; spread over the width where the passage goes on.
  void print_line(double from, double to, const Face& face, bool justified) {
    const std::vector<std::string> words = fitting_next(to - from, face);
    double gap = space_;
    if (justified && words.size() > 3 && !passages_.at_start()) {
      const double room = to - from - width_of(words, face);
      gap += std::clamp(room / static_cast<double>(words.size() - 1), -0.2 * space_, 2 * space_);
    }
    print_words(words, from, to, face, gap);
  }

  std::vector<std::string> fitting_next(double width, const Face& face) {
    std::vector<std::string> words;
    double used = 0;
    for (;;) {
      std::vector<std::string> next = passages_.take(1);
      used += (words.empty() ? 0 : space_) + sheet_.advance(text_of(next.front()), face);
      words.push_back(std::move(next.front()));
      if (passages_.at_start() || used > width - 8) return words;
    }
  }

  std::vector<std::string> fitting(std::vector<std::string> words, double width, const Face& face) {
    while (words.size() > 1 && width_of(words, face) > width) words.pop_back();
    return words;
  }

  double width_of(const std::vector<std::string>& words, const Face& face) {
    double width = space_ * static_cast<double>(words.size() - 1);
    for (const std::string& word : words) width += sheet_.advance(text_of(word), face);
    return width;
  }

  // Up to the right edge of the sheet: what is cut by it is no line for a reader.
  Box print_words(const std::vector<std::string>& words, double x, double to, const Face& face,
                  double gap) {
    TruthLine line;
    Box all{x, y_, x, y_};
    const double limit = std::min(to + 12, sheet_.width() - 2);
    for (std::size_t i = 0; i < words.size(); ++i) {
      const std::string text = text_of(words[i]);
      const bool put_in = is_put_in(words[i]);
      const Face as = put_in ? put_in_face(face) : face;
      const double raised = put_in ? random_.between(-0.1, 0.3) * pitch_ : 0;
      const double advance = sheet_.advance(text, as);
      if (x + advance > limit) break;
      const Box box = sheet_.print(text, {x, y_ - raised}, as);
      line.words.push_back({text, box, WordInk::kPrint, ""});
      all = bounds(all, box);
      x += advance + (i + 1 < words.size() ? gap_between(words[i], words[i + 1], gap) : 0);
    }
    if (!line.words.empty()) sheet_.truth().lines.push_back(std::move(line));
    return all;
  }

  // Another program's type in what the first one printed.
  Face put_in_face(Face face) {
    face.size_pt *= random_.between(0.9, 1.25);
    if (random_.chance(0.2)) face.italic = !face.italic;
    return face;
  }

  // The place that was left for a word never has its width.
  double gap_between(const std::string& word, const std::string& next, double usual) {
    if (!is_put_in(word) && !is_put_in(next)) return usual;
    return space_ * random_.between(next.front() == '/' ? 0.7 : 0.05, 3);
  }

  void underline(const Box& box) {
    const double y = y_ + random_.between(0.5, 1.2);
    const double cut = random_.chance(0.5) ? box.width() * 0.25 : 0;
    sheet_.line({box.left + cut, y}, {box.right - cut, y}, random_.between(0.15, 0.4),
                face_.colour);
  }

  bool has_room() const { return y_ < sheet_.height() - kBottomMm; }
  void down(double lines) { y_ += lines * pitch_; }

  Sheet& sheet_;
  const PageStyle& style_;
  Passages& passages_;
  Random& random_;
  Face face_;
  double left_, right_;
  double pitch_;
  double space_ = 0;
  double y_ = 0;
};

void press_over(Sheet& sheet, double count, Random& random) {
  for (int i = 0; i < static_cast<int>(count); ++i) {
    const Point at{random.between(20, sheet.width() - 20), random.between(20, sheet.height() - 20)};
    const double kind = random.unit();
    if (kind < 0.4) {
      press_seal(sheet, at, "ỦY BAN NHÂN DÂN XÃ MẪU", "MẪU", random.between(28, 40));
    } else if (kind < 0.8) {
      sign(sheet, at, random.between(20, 50), random.chance(0.8) ? kPenBlue : kPenBlack);
    } else {
      press_word_stamp(sheet, at, "ĐÃ TIẾP NHẬN", random.between(-10, 10));
    }
  }
}

}  // namespace

Passages::Passages(const std::vector<std::string>& texts, std::uint64_t seed)
    : texts_(texts), passage_(seed % texts.size()) {
  next_passage();
}

std::vector<std::string> Passages::take(std::size_t count) {
  std::vector<std::string> words;
  while (words.size() < count) {
    words.push_back(words_[word_++]);
    if (word_ < words_.size()) continue;
    next_passage();
    break;
  }
  return words;
}

void Passages::next_passage() {
  word_ = 0;
  do {
    words_ = split(texts_[passage_]);
    passage_ = (passage_ + 1) % texts_.size();
  } while (words_.empty());
}

void set_training_page(Sheet& sheet, const PageStyle& style, Passages& passages, Random& random) {
  PageSetter(sheet, style, passages, random).fill();
  press_over(sheet, style.seals, random);
}

}  // namespace sohoa
