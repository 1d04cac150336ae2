#pragma once

#include <deque>
#include <optional>
#include <string>

#include "models/record/separator.h"
#include "pipeline/understand/evidence.h"
#include "pipeline/understand/same_sheet.h"

namespace sohoa {

enum class Splitting {
  kAuto,   // papers are found within files
  kByFile  // a file is a paper
};

/// What becomes of a page.
struct PageJudgement {
  std::optional<SeparatorCode> separator;  // it only parts papers
  Sameness sameness = Sameness::kOther;    // as the page `same_as`
  int same_as = 0;                         // sequence
  Cut cut;                                 // whether it begins a paper, and why
  Classification classification;           // of the paper that it begins
};

/// Finds where papers begin and what they are, page by page in the order of the job. Keeps a
/// reference to `knowledge`.
class PaperFinder {
 public:
  PaperFinder(const Knowledge& knowledge, Splitting splitting)
      : knowledge_(knowledge), splitting_(splitting) {}

  /// `begins_file`: the page is the first of a file, or of a folder of single images.
  PageJudgement judge(const PageEvidence& page, bool begins_file);

 private:
  /// A page that may come again.
  struct Recent {
    PageView view;
    PageFingerprint fingerprint;
  };

  void find_same(const PageEvidence& page, PageJudgement& verdict) const;
  Cut cut_before(const PageEvidence& page, bool begins_file) const;
  Classification classification_of(const PageEvidence& page) const;
  void remember(const PageEvidence& page);

  const Knowledge& knowledge_;
  Splitting splitting_;
  std::optional<OpenPaper> open_;
  std::optional<SeparatorCode> parted_;  // by a separator, since the last page
  std::deque<Recent> recent_;
};

}  // namespace sohoa
