#include "samples/stacks/sticky_note.h"

#include <algorithm>

#include "samples/typist.h"

namespace sohoa {

namespace {

constexpr const char* kNotes[] = {"bổ sung bản sao", "hỏi lại số nhà", "đã gọi điện, chờ trả lời",
                                  "trình ký trước thứ Sáu", "thiếu chữ ký bên B"};

bool covers(const Box& note, const Box& box) {
  const Point middle = box.centre();
  return middle.x > note.left && middle.x < note.right && middle.y > note.top &&
         middle.y < note.bottom;
}

/// The truth of a page less what lies under the note.
PageTruth uncovered(const PageTruth& truth, const Box& note) {
  PageTruth left = truth;
  for (TruthLine& line : left.lines) {
    std::erase_if(line.words, [&](const TruthWord& word) { return covers(note, word.box); });
  }
  std::erase_if(left.lines, [](const TruthLine& line) { return line.words.empty(); });
  std::erase_if(left.marks, [&](const TruthMark& mark) { return covers(note, mark.box); });
  std::erase_if(left.fields,
                [&](const TruthField& field) { return !intersection(note, field.box).empty(); });
  return left;
}

}  // namespace

void draw_with_note(const Sheet& page, Sheet& target) {
  constexpr double kNoteMm = 62, kInsetMm = 6;
  Random& random = target.random();
  const bool right = random.chance(0.6), low = random.chance(0.5);
  const double left = right ? target.width() - kNoteMm - kInsetMm : kInsetMm;
  const double top = low ? target.height() - kNoteMm - kInsetMm : kInsetMm;
  const Box note{left, top, left + kNoteMm, top + kNoteMm};
  page.replay(target.cairo());
  target.truth() = uncovered(page.truth(), note);
  cairo_set_operator(target.cairo(), CAIRO_OPERATOR_OVER);
  target.fill(note, {0.99, 0.94, 0.52});
  cairo_set_operator(target.cairo(), CAIRO_OPERATOR_MULTIPLY);
  Passage words;
  words.size_pt = 15;
  words.line_factor = 1.6;
  words.hand = some_hand(random);
  set_text(target, "~" + std::string(random.pick(kNotes)) + "~", left + 5, top + 8, kNoteMm - 10,
           words);
}

}  // namespace sohoa
