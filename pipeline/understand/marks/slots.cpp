#include "pipeline/understand/marks/slots.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "pipeline/base/text.h"

namespace sohoa {

namespace {

// In x-heights of the line.
constexpr double kAboveMax = 2.3;  // over the baseline that a pen's digits reach
constexpr double kBelowMax = 1.0;  // below it
constexpr double kDigitHeightMin = 0.75;
constexpr double kReach = 14;          // of the slot to the right of its label
constexpr double kTolerance = 1.06;    // of a printed label's width
constexpr double kWidthMax = 6;        // of the ink: five digits by pen
constexpr double kUnboundedEnd = 3.4;  // of a slot whose next word was not read
constexpr double kDayWidth = 2.8;      // of two digits by pen
constexpr double kRuleAspect = 5;      // width to height of a rule

constexpr std::size_t kPartsMax = 5;  // of its ink; more are words

/// A word with its letters, in clean px.
struct Placed {
  const Line* line = nullptr;
  const Word* word = nullptr;
  std::string plain;  // without marks
  Box box;
};

std::vector<Placed> placed_words(const CleanPage& clean, const TextPage& text) {
  std::vector<Placed> words;
  for (const Block& block : text.blocks) {
    for (const Line& line : block.lines) {
      for (const Word& word : line.words) {
        words.push_back({&line, &word, without_marks(word.text), clean_box(clean, word.box)});
      }
    }
  }
  return words;
}

/// A printed label before a slot; its width in x-heights tells its end where the reader took the
/// pen's ink for letters of it. Measured in Times, upright and italic.
struct Label {
  const char* text;
  double width;
  const char* next;  // what the word after the slot begins with
  double next_width;
};
constexpr Label kNumber{"so", 2.35, "/", 0};
constexpr Label kDay{"ngay", 4.1, "thang", 4.7};
constexpr Label kMonth{"thang", 4.7, "nam", 3.5};

bool is_label(const Placed& placed, const Label& label) {
  constexpr std::size_t kMoreLettersMax = 3;
  const std::string& plain = placed.plain;
  const std::size_t length = std::string(label.text).size();
  return plain.starts_with(label.text) && plain.size() <= length + kMoreLettersMax;
}

double label_end(const Placed& placed, const Label& label, double x_height) {
  return std::min(placed.box.right, placed.box.left + kTolerance * label.width * x_height);
}

/// Where the label's slot ends: at the next word that begins as the label says, or at the slash
/// inside a word. −1: nowhere.
double slot_end(const std::vector<Placed>& words, const Placed& at, const Label& label, double from,
                double x_height) {
  double end = -1, nearest = from + kUnboundedEnd * x_height;
  bool has_year = false;
  const double middle = at.box.centre().y;
  for (const Placed& other : words) {
    const bool beside = other.box.top < middle && other.box.bottom > middle &&
                        other.box.right > from && &other != &at &&
                        other.box.left < from + kReach * x_height;
    if (!beside) continue;
    if (other.plain.size() > 2) nearest = std::min(nearest, other.box.left);
    has_year |= other.plain.starts_with(kMonth.next);
    const std::size_t found = other.plain.find(label.next);
    if (found == std::string::npos) continue;
    if (found > 0 && label.next[0] != '/') continue;
    const double share = static_cast<double>(found) / static_cast<double>(other.plain.size());
    double x = other.box.left + share * other.box.width();
    if (other.plain == label.next) {
      x = std::max(x, other.box.right - kTolerance * label.next_width * x_height);
    }
    if (x > from && (end < 0 || x < end)) end = x;
  }
  if (end >= 0) return end;
  // What follows was not read: a few digits on, where it cannot be other words.
  const bool alone = nearest >= from + kUnboundedEnd * x_height;
  const bool is_number = &label == &kNumber && at.plain.ends_with(':');
  const bool is_day = &label == &kDay && has_year;
  return (is_number && alone) || is_day ? nearest : -1;
}

Slot slot_between(const InkMap& ink, double from, double to, double baseline, double x_height) {
  Slot slot;
  slot.x_height = x_height;
  const Box place{from, baseline - kAboveMax * x_height, to, baseline + kBelowMax * x_height};
  for (const InkPart& part : parts_of(ink, place)) {
    const Box& box = part.box;
    const double middle = box.centre().y;
    const bool at_line = middle > baseline - 1.6 * x_height && middle < baseline + 0.4 * x_height;
    if (!at_line || box.height() < kDigitHeightMin * x_height) continue;
    if (box.width() > kRuleAspect * box.height()) continue;
    // A sliver of a letter of the words on both sides.
    const bool cut = box.left <= std::floor(from) || box.right >= std::ceil(to);
    if (cut && box.width() < 0.3 * x_height) continue;
    slot.digits.push_back(part);
    slot.box = bounds(slot.box, box);
  }
  return slot;
}

/// The reader dropped the "ngày" with the day after it.
bool is_after_unread_day(const std::vector<Placed>& words, const Placed& month, double x_height) {
  if (month.plain != kDay.next) return false;
  const double middle = month.box.centre().y;
  bool has_year = false;
  for (const Placed& other : words) {
    if (other.box.top > middle || other.box.bottom < middle || &other == &month) continue;
    const double gap = month.box.left - other.box.right;
    if (gap > -x_height && gap < (kUnboundedEnd + kDay.width) * x_height) return false;
    has_year |= other.plain.starts_with(kMonth.next) && gap < 0;
  }
  return has_year;
}

}  // namespace

std::vector<Slot> find_slots(const CleanPage& clean, const TextPage& text, const InkMap& ink) {
  std::vector<Slot> slots;
  const std::vector<Placed> words = placed_words(clean, text);
  const double scale = text.dpi.y > 0 ? clean.dpi / text.dpi.y : 1;
  for (const Placed& placed : words) {
    const double x_height = std::max(3.0, placed.line->x_height * scale);
    const auto add = [&](double from, double to) {
      if (to < from + 0.4 * x_height) return;
      const double baseline = baseline_at(clean, *placed.line, (from + to) / 2);
      Slot slot = slot_between(ink, from, to, baseline, x_height);
      if (slot.digits.empty() || slot.digits.size() > kPartsMax) return;
      if (slot.box.width() > kWidthMax * x_height) return;
      slots.push_back(std::move(slot));
    };
    for (const Label* label : {&kNumber, &kDay, &kMonth}) {
      if (!is_label(placed, *label)) continue;
      const double from = label_end(placed, *label, x_height);
      add(from, slot_end(words, placed, *label, from, x_height));
    }
    if (is_after_unread_day(words, placed, x_height)) {
      add(placed.box.left - kDayWidth * x_height, placed.box.left);
    }
  }
  return slots;
}

}  // namespace sohoa
