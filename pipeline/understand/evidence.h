#pragma once

#include <optional>
#include <vector>

#include "models/record/separator.h"
#include "pipeline/understand/classify.h"
#include "pipeline/understand/closing.h"
#include "pipeline/understand/codes/one_stop_qr.h"
#include "pipeline/understand/cut.h"
#include "pipeline/understand/marks/fingerprint.h"

namespace sohoa {

/// All that a page tells of its paper, found on the page alone.
struct PageEvidence {
  PageView view;
  PageFingerprint fingerprint;
  std::optional<SeparatorCode> separator;
  std::optional<OneStopQr> official;  // of the one-stop system that printed the paper
  PageSigns signs;
  Classification classification;  // as if it were a first page
};

/// Looks at pages, one at a time; for many threads. Keeps a reference to `knowledge`.
class EvidenceReader {
 public:
  explicit EvidenceReader(const Knowledge& knowledge);

  /// While the pixels are there.
  PageEvidence look_at(const ScannedPage& scan, const CleanPage& clean, const TextPage& text,
                       int sequence) const;

  /// What the text and what was found in the pixels tell.
  PageEvidence weigh(PageView view) const;

 private:
  const Knowledge& knowledge_;
  TitleFinder titles_;
  ClosingFinder closings_;
  struct Inside {
    const PaperKind* kind;
    Letters begin;
  };
  std::vector<Inside> inside_;
};

}  // namespace sohoa
