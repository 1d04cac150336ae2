#include "pipeline/run/dossier_builder.h"

#include <utility>

#include "pipeline/understand/paper_check.h"

namespace sohoa {

namespace {

/// Pages of a paper on which fields are looked for: its first ones and its last ones.
constexpr std::size_t kPagesLookedAtMax = 40;

Finding doubtful_cut(const ReadPage& page, const Cut& cut) {
  const std::string what = cut.begins ? "a paper may or may not begin here: "
                                      : "a paper may begin here, it was taken for a later page: ";
  return {"paper.cut-doubtful", Severity::kWarning,   name_of(page.account.source),
          what + cut.reason,    "look at both pages", std::nullopt};
}

Finding note_on(const ReadPage& page, const PageVerdict& verdict) {
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
  if (page.account.set_aside) return keep_aside(page);
  PageEvidence& evidence = page.evidence.value();
  // A paper begins with its first page that is not set aside: one of blank pages only is none.
  const bool begins_file = page.task.paper != plan_;
  const PageVerdict verdict = finder_.judge(evidence, begins_file);
  if (verdict.separator) return set_aside(page, SetAside::kSeparator, "a separator sheet");
  if (verdict.sameness == Sameness::kSame) {
    return set_aside(page, SetAside::kDuplicate,
                     "the same sheet as page " + std::to_string(verdict.same_as));
  }
  if (verdict.sameness != Sameness::kOther) page.account.findings.push_back(note_on(page, verdict));
  plan_ = page.task.paper;
  if (verdict.cut.doubtful) page.account.findings.push_back(doubtful_cut(page, verdict.cut));
  if (verdict.cut.begins) begin_paper(page, verdict);
  dossier_.papers.back().pages.push_back(page.account.sequence);
  package_.add_page(page.account, page.scan, page.text);
  dossier_.pages.push_back(std::move(page.account));
  std::vector<PageView>& views = open_.value().pages;
  views.push_back(std::move(evidence.view));
  if (views.size() > kPagesLookedAtMax) views.erase(views.begin() + kPagesLookedAtMax / 2);
}

Dossier DossierBuilder::finish() {
  end_paper();
  return std::move(dossier_);
}

void DossierBuilder::set_aside(ReadPage& page, SetAside why, const std::string& reason) {
  page.account.set_aside = why;
  page.account.set_aside_reason = reason;
  keep_aside(page);
}

void DossierBuilder::keep_aside(const ReadPage& page) {
  if (page.account.set_aside == SetAside::kFailed) failed_inputs_.insert(page.task.input);
  package_.set_aside(page.account, page.scan);
  dossier_.pages.push_back(page.account);
}

void DossierBuilder::begin_paper(const ReadPage& page, const PageVerdict& verdict) {
  end_paper();
  const Classification& found = verdict.classification;
  Paper paper;
  paper.number = static_cast<int>(dossier_.papers.size()) + 1;
  const PaperPlan& plan = job_.papers[page.task.paper];
  paper.title = found.title.empty() ? plan.title : found.title;
  paper.name = names_.next(found.kind != nullptr ? found.kind->id : paper.title);
  paper.kind = found.kind != nullptr ? found.kind->id : "";
  paper.kind_confidence = found.confidence;
  paper.cut = verdict.cut.reason;
  if (found.kind == nullptr) paper.findings.push_back(unknown_kind(paper));
  package_.begin_paper(paper);
  dossier_.papers.push_back(std::move(paper));
  open_ = OpenPaper{found.kind, page.evidence.value().signs.first, {}};
}

void DossierBuilder::end_paper() {
  if (!open_) return;
  Paper& paper = dossier_.papers.back();
  paper.fields = fields_.read(open_->kind, open_->first, open_->pages);
  check_paper(open_->kind, paper);
  package_.end_paper(paper);
  open_.reset();
}

}  // namespace sohoa
