#include "pipeline/recognize/word_ink.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

namespace sohoa {

namespace {

// In letter heights.
constexpr double kTouch = 0.15;       // a piece that broke off a letter; a rule's dots are farther
constexpr double kAsideMax = 0.9;     // from the letters to their full stop, dash or quote
constexpr double kOverMax = 1.2;      // from the letters to the top of the tone over their hat
constexpr double kUnderMax = 0.5;     // from the letters to the end of a comma or dot below
constexpr double kSpeckArea = 0.008;  // squared; a full stop has twice as much

constexpr std::u32string_view kSmallSigns = U".,;:-–—_=~+*°·•'’‘\"“”…";
constexpr std::u32string_view kPairs = U"\"“”";
constexpr std::u32string_view kHanging = U",;_";
constexpr std::u32string_view kDotted = U"ạặậẹệịọộợụựỵẠẶẬẸỆỊỌỘỢỤỰỴ";
// Nothing stands over these.
constexpr std::u32string_view kBare =
    U"abcdefghklmnopqrstuvwxyzđơưạẹọợụựỵ0123456789"
    U"ABCDEFGHIJKLMNOPQRSTUVWXYZĐƠƯẠẸỊỌỢỤỰỴ.,:;-–—_()[]/";

bool has_any(const std::u32string& text, std::u32string_view of) {
  return text.find_first_of(of) != text.npos;
}

int pieces_of(char32_t sign) {
  if (sign == U'…') return 3;
  return kPairs.find(sign) == kPairs.npos ? 1 : 2;
}

/// How many marks, side by side, the signs are printed with that `characters` begin with.
int pieces_of_signs(std::u32string_view characters) {
  int pieces = 0;
  for (const char32_t c : characters) {
    if (kSmallSigns.find(c) == kSmallSigns.npos) break;
    pieces += pieces_of(c);
  }
  return pieces;
}

/// Where small marks may stand over and under the letters of a word.
class Room {
 public:
  Room(const Box& letters, const std::u32string& text, double unit)
      : letters_(letters), speck_(kSpeckArea * unit * unit), dotted_(has_any(text, kDotted)) {
    const bool marked = text.find_first_not_of(kBare) != text.npos;
    const bool hanging = dotted_ || has_any(text, kHanging);
    top_ = letters.top - (marked ? kOverMax : kTouch) * unit;
    bottom_ = letters.bottom + (hanging ? kUnderMax : kTouch) * unit;
  }

  bool holds(const InkMark& mark) const {
    const bool over = mark.box.top < letters_.top;
    const bool under = mark.box.bottom > letters_.bottom;
    if ((over || (under && !dotted_)) && mark.pixels < speck_) return false;
    return mark.box.top >= top_ && mark.box.bottom <= bottom_;
  }

 private:
  Box letters_;
  double speck_;  // px
  bool dotted_;
  double top_ = 0;
  double bottom_ = 0;
};

Box bounds_of(const Ink& ink, const std::vector<int>& marks) {
  Box around;
  for (const int mark : marks) around = bounds(around, ink.marks[mark].box);
  return around;
}

/// A mark along a direction.
struct Span {
  double near = 0;
  double far = 0;
};

/// How far a word reaches that has letters up to `edge` and `pieces` of signs after them.
double reach(std::vector<Span> spans, double edge, int pieces, double unit) {
  std::sort(spans.begin(), spans.end(),
            [](const Span& a, const Span& b) { return a.near < b.near; });
  for (const Span& span : spans) {
    const double gap = span.near - edge;
    if (gap > kTouch * unit && (pieces-- == 0 || gap > kAsideMax * unit)) break;
    edge = std::max(edge, span.far);
  }
  return edge;
}

}  // namespace

Box box_of_word(const Ink& ink, const WordMarks& marks, const std::u32string& text, double unit) {
  const Box letters = bounds_of(ink, marks.letters);
  if (letters.empty()) return bounds_of(ink, marks.small);
  const Room room(letters, text, unit);
  std::vector<int> small;
  std::copy_if(marks.small.begin(), marks.small.end(), std::back_inserter(small),
               [&](int mark) { return room.holds(ink.marks[mark]); });
  std::vector<Span> rightward, leftward;
  for (const int mark : small) {
    const Box& box = ink.marks[mark].box;
    rightward.push_back({box.left, box.right});
    leftward.push_back({-box.right, -box.left});
  }
  const int before = pieces_of_signs(text);
  const int after = pieces_of_signs(std::u32string(text.rbegin(), text.rend()));
  const double right = reach(std::move(rightward), letters.right, after, unit);
  const double left = -reach(std::move(leftward), -letters.left, before, unit);
  Box word = letters;
  for (const int mark : small) {
    const Box& box = ink.marks[mark].box;
    if (box.left < right && box.right > left) word = bounds(word, box);
  }
  return word;
}

}  // namespace sohoa
