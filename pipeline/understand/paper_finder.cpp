#include "pipeline/understand/paper_finder.h"

namespace sohoa {

namespace {

/// A sheet that jams is fed again at once, a stack that is scanned twice is not our concern.
constexpr std::size_t kRecentMax = 4;

}  // namespace

PageJudgement PaperFinder::judge(const PageEvidence& page, bool begins_file) {
  PageJudgement verdict;
  verdict.separator = splitting_ == Splitting::kAuto ? page.separator : std::nullopt;
  if (verdict.separator) {
    parted_ = verdict.separator;
    recent_.clear();  // a second copy that somebody laid apart is no double
    return verdict;
  }
  if (begins_file) recent_.clear();
  find_same(page, verdict);
  remember(page);
  if (verdict.sameness != Sameness::kOther) return verdict;
  verdict.cut = cut_before(page, begins_file);
  if (verdict.cut.begins) {
    verdict.classification = classification_of(page);
    open_ = OpenPaper{};
    open_->kind = verdict.classification.kind;
  }
  parted_.reset();
  open_->last = page.signs;
  ++open_->pages;
  return verdict;
}

void PaperFinder::find_same(const PageEvidence& page, PageJudgement& verdict) const {
  for (auto before = recent_.rbegin(); before != recent_.rend(); ++before) {
    const Sameness sameness = compare_sheets(before->view, page.view);
    const bool alike = difference(before->fingerprint, page.fingerprint) < kSameSheetMax;
    if (sameness == Sameness::kOther || (sameness == Sameness::kSame && !alike)) continue;
    verdict.sameness = sameness;
    verdict.same_as = before->view.sequence;
    return;
  }
}

Cut PaperFinder::cut_before(const PageEvidence& page, bool begins_file) const {
  if (parted_) return {true, false, 0, "a separator sheet lies before it"};
  if (!open_ || begins_file) return {true, false, 0, "it is the first page of its file"};
  if (splitting_ == Splitting::kByFile) return {};
  return judge_cut(*open_, page.signs);
}

/// A separator sheet knows what follows it, where the page itself does not say.
Classification PaperFinder::classification_of(const PageEvidence& page) const {
  const bool told = parted_ && !parted_->kind_code.empty();
  if (page.classification.kind != nullptr || !told) return page.classification;
  const PaperKind* kind = kind_of(knowledge_.kinds, parted_->kind_code);
  if (kind == nullptr) return page.classification;
  return {kind, 1, kind->title.vi};
}

void PaperFinder::remember(const PageEvidence& page) {
  recent_.push_back({page.view, page.fingerprint});
  if (recent_.size() > kRecentMax) recent_.pop_front();
}

}  // namespace sohoa
