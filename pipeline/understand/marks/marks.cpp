#include "pipeline/understand/marks/marks.h"

#include "pipeline/understand/marks/handwriting.h"

namespace sohoa {

std::vector<Mark> find_marks(const ScannedPage& scan, const CleanPage& clean,
                             const TextPage& text) {
  if (clean.pixels.empty() || scan.pixels.empty()) return {};
  const InkMap ink(clean);
  const PageEvidence evidence = evidence_of(scan, clean, text, ink);
  std::vector<Mark> marks;
  const Handwriting hand = find_handwriting(scan, clean, text, ink, evidence);
  for (const Box& box : hand.boxes) {
    marks.push_back({MarkKind::kHandwriting, clean.to_upright * box});
  }
  return marks;
}

}  // namespace sohoa
