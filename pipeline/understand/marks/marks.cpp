#include "pipeline/understand/marks/marks.h"

#include "pipeline/understand/marks/handwriting.h"

namespace sohoa {

std::vector<Mark> find_marks(const ScannedPage& scan, const CleanPage& clean,
                             const TextPage& text) {
  if (clean.pixels.empty() || scan.pixels.empty()) return {};
  const InkMap ink(clean);
  const PageEvidence evidence = evidence_of(scan, clean, text, ink);
  return find_handwriting(scan, clean, text, ink, evidence);
}

}  // namespace sohoa
