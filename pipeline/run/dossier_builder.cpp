#include "pipeline/run/dossier_builder.h"

#include <utility>

#include "pipeline/understand/paper_check.h"

namespace sohoa {

namespace {

/// Pages of a paper on which fields are looked for: its first ones and its last ones.
constexpr std::size_t kPagesLookedAtMax = 40;

/// Pages that wait for the next one, with their scans.
constexpr std::size_t kHeldMax = 3;

Finding doubtful_cut(const ReadPage& page, const Cut& cut) {
  const std::string what = cut.begins ? "a paper may or may not begin here: "
                                      : "a paper may begin here, it was taken for a later page: ";
  return {"paper.cut-doubtful", Severity::kWarning,   name_of(page.account.source),
          what + cut.reason,    "look at both pages", std::nullopt};
}

Finding note_on(const ReadPage& page, const PageJudgement& verdict) {
  const bool below = verdict.sameness == Sameness::kWithNote;
  const std::string other = "page " + std::to_string(verdict.same_as);
  return {"page.note-variant",
          Severity::kInfo,
          name_of(page.account.source),
          below ? "shows what is below the note on " + other : "is " + other + " with a note on it",
          "",
          std::nullopt};
}

Finding unknown_kind(const Paper& paper) {
  return {"paper.kind-unknown",
          Severity::kWarning,
          paper.name,
          "it is of no kind that the catalogue knows",
          "say what it is, or add its kind to the catalogue",
          std::nullopt};
}

}  // namespace

DossierBuilder::DossierBuilder(const Job& job, const Settings& settings, const std::string& name,
                               PackageBuilder& package)
    : job_(job),
      package_(package),
      finder_(job.knowledge.value(), settings.splitting),
      fields_(job.knowledge.value()) {
  dossier_.name = name;
  dossier_.findings = input_findings(job);
}

void DossierBuilder::add(ReadPage&& page) {
  JudgedPage judged{std::move(page), {}};
  const bool aside_before = judged.page.account.set_aside.has_value();
  if (!aside_before) this->judge(judged.page, judged.verdict);
  if (!held_.empty() && judged.verdict.sameness == Sameness::kWithNote) let_see_below_note(judged);
  // Blank backs lie between the two captures of a page.
  const bool waits = judged.page.account.set_aside && !held_.empty() && held_.size() < kHeldMax;
  if (!waits) place_held();
  held_.push_back(std::move(judged));
}

Dossier DossierBuilder::finish() {
  place_held();
  end_paper();
  return std::move(dossier_);
}

void DossierBuilder::place_held() {
  for (JudgedPage& judged : held_) place(std::move(judged));
  held_.clear();
}

void DossierBuilder::judge(ReadPage& page, PageJudgement& verdict) {
  // A paper begins with its first page that is not set aside: one of blank pages only is none.
  const bool begins_file = page.task.paper != plan_;
  verdict = finder_.judge(page.evidence.value(), begins_file);
  if (verdict.separator) {
    page.account.set_aside = SetAside::kSeparator;
    page.account.set_aside_reason = "a separator sheet";
  } else if (verdict.sameness == Sameness::kSame) {
    page.account.set_aside = SetAside::kDuplicate;
    page.account.set_aside_reason = "the same sheet as page " + std::to_string(verdict.same_as);
  } else {
    plan_ = page.task.paper;
    if (verdict.cut.doubtful) page.account.findings.push_back(doubtful_cut(page, verdict.cut));
    if (verdict.sameness != Sameness::kOther) {
      page.account.findings.push_back(note_on(page, verdict));
    }
  }
}

/// The page held back begins a paper that its note hides.
void DossierBuilder::let_see_below_note(const JudgedPage& below) {
  const PageEvidence& seen = below.page.evidence.value();
  JudgedPage& above = held_.front();
  const bool tells = above.page.account.sequence == below.verdict.same_as &&
                     above.verdict.cut.begins && seen.classification.kind != nullptr;
  if (!tells) return;
  above.verdict.classification = seen.classification;
  above.page.evidence->signs.first = seen.signs.first;
}

void DossierBuilder::place(JudgedPage&& judged) {
  ReadPage& page = judged.page;
  if (page.account.set_aside) {
    if (page.account.set_aside == SetAside::kFailed) failed_inputs_.insert(page.task.input);
    package_.set_aside(page.account, page.scan);
    dossier_.pages.push_back(std::move(page.account));
    return;
  }
  if (judged.verdict.cut.begins) begin_paper(judged);
  dossier_.papers.back().pages.push_back(page.account.sequence);
  package_.add_page(page.account, page.scan, page.text);
  dossier_.pages.push_back(std::move(page.account));
  keep_view(std::move(page.evidence->view), judged.verdict.sameness);
}

void DossierBuilder::begin_paper(const JudgedPage& judged) {
  end_paper();
  const Classification& found = judged.verdict.classification;
  Paper paper;
  paper.number = static_cast<int>(dossier_.papers.size()) + 1;
  const PaperPlan& plan = job_.papers[judged.page.task.paper];
  paper.title = found.title.empty() ? plan.title : found.title;
  paper.name = names_.next(found.kind != nullptr ? found.kind->id : paper.title);
  paper.kind = found.kind != nullptr ? found.kind->id : "";
  paper.kind_confidence = found.confidence;
  paper.cut = judged.verdict.cut.reason;
  if (found.kind == nullptr) paper.findings.push_back(unknown_kind(paper));
  package_.begin_paper(paper);
  dossier_.papers.push_back(std::move(paper));
  open_ = OpenPaper{found.kind, judged.page.evidence.value().signs.first, {}};
}

void DossierBuilder::end_paper() {
  if (!open_) return;
  Paper& paper = dossier_.papers.back();
  paper.fields = fields_.read(open_->kind, open_->first, open_->pages);
  check_paper(open_->kind, paper);
  package_.end_paper(paper);
  open_.reset();
}

/// Fields are looked for on the page that no note hides.
void DossierBuilder::keep_view(PageView&& view, Sameness sameness) {
  std::vector<PageView>& views = open_.value().pages;
  if (sameness == Sameness::kBelowNote) return;
  if (sameness == Sameness::kWithNote && !views.empty()) views.pop_back();
  views.push_back(std::move(view));
  if (views.size() > kPagesLookedAtMax) views.erase(views.begin() + kPagesLookedAtMax / 2);
}

}  // namespace sohoa
