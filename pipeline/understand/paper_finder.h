#pragma once

#include <optional>
#include <string>

#include "pipeline/understand/evidence.h"

namespace sohoa {

enum class Splitting {
  kAuto,   // papers are found within files
  kByFile  // a file is a paper
};

/// What becomes of a page.
struct PageVerdict {
  Cut cut;                        // whether it begins a paper, and why
  bool separator = false;         // it only parts papers
  Classification classification;  // of the paper that it begins
};

/// Finds where papers begin and what they are, page by page in the order of the job.
class PaperFinder {
 public:
  explicit PaperFinder(Splitting splitting) : splitting_(splitting) {}

  /// `begins_file`: the page is the first of a file, or of a folder of single images.
  PageVerdict judge(const PageEvidence& page, bool begins_file);

 private:
  Cut cut_before(const PageEvidence& page, bool begins_file) const;

  Splitting splitting_;
  std::optional<OpenPaper> open_;
};

}  // namespace sohoa
