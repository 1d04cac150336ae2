#include "pipeline/understand/marks/marks.h"

#include <algorithm>

#include "pipeline/understand/marks/handwriting.h"
#include "pipeline/understand/marks/seals.h"
#include "pipeline/understand/marks/signatures.h"
#include "pipeline/understand/marks/tick_boxes.h"

namespace sohoa {

namespace {

bool lies_in(const Box& box, const Box& around) {
  const Box common = intersection(box, around);
  return !common.empty() && common.width() * common.height() > 0.5 * box.width() * box.height();
}

bool lies_in_any(const Box& box, const std::vector<Box>& places) {
  return std::any_of(places.begin(), places.end(),
                     [&](const Box& place) { return lies_in(box, place); });
}

}  // namespace

std::vector<Mark> find_marks(const ScannedPage& scan, const CleanPage& clean,
                             const TextPage& text) {
  if (clean.pixels.empty() || scan.pixels.empty()) return {};
  const InkMap ink(clean);
  Handwriting hand = find_handwriting(scan, clean, text, ink, evidence_of(scan, clean, text, ink));
  std::vector<Mark> marks;
  std::vector<Box> taken;  // upright px
  for (const Box& seal : find_seals(scan, clean, hand.rest, hand.parts)) {
    marks.push_back({MarkKind::kSeal, seal});
    // A black seal hides what hangs on it.
    if (scan.pixels.channels != 3) {
      taken.push_back(seal);
      hand.rest.erase(inverse(clean.to_upright) * seal);
    }
  }
  if (!taken.empty()) {
    hand.parts = parts_of(hand.rest, {0, 0, 1.0 * ink.width(), 1.0 * ink.height()});
  }
  for (const Box& signature : find_signatures(clean, hand.rest, hand.parts, hand.print)) {
    marks.push_back({MarkKind::kSignature, clean.to_upright * signature});
    taken.push_back(marks.back().box);
  }
  for (const TickBox& box : find_tick_boxes(clean, ink, hand.print)) {
    marks.push_back(
        {box.ticked ? MarkKind::kTickedBox : MarkKind::kEmptyBox, clean.to_upright * box.box});
    taken.push_back(marks.back().box);
  }
  for (const Box& box : hand.boxes) {
    const Box upright = clean.to_upright * box;
    if (!lies_in_any(upright, taken)) marks.push_back({MarkKind::kHandwriting, upright});
  }
  return marks;
}

}  // namespace sohoa
