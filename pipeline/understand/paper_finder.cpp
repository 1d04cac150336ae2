#include "pipeline/understand/paper_finder.h"

namespace sohoa {

PageVerdict PaperFinder::judge(const PageEvidence& page, bool begins_file) {
  PageVerdict verdict;
  verdict.cut = cut_before(page, begins_file);
  if (verdict.cut.begins) {
    verdict.classification = page.classification;
    open_ = OpenPaper{};
    open_->kind = page.classification.kind;
  }
  open_->last = page.signs;
  ++open_->pages;
  return verdict;
}

Cut PaperFinder::cut_before(const PageEvidence& page, bool begins_file) const {
  if (!open_ || begins_file) return {true, false, 0, "it is the first page of its file"};
  if (splitting_ == Splitting::kByFile) return {};
  return judge_cut(*open_, page.signs);
}

}  // namespace sohoa
