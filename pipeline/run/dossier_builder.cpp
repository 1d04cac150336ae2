#include "pipeline/run/dossier_builder.h"

#include <utility>

namespace sohoa {

DossierBuilder::DossierBuilder(const Job& job, const std::string& name, PackageBuilder& package)
    : job_(job), package_(package) {
  dossier_.name = name;
  dossier_.findings = input_findings(job);
}

void DossierBuilder::add(ReadPage&& page) {
  dossier_.pages.push_back(page.account);
  if (page.account.set_aside == SetAside::kFailed) failed_inputs_.insert(page.task.input);
  if (page.account.set_aside) {
    package_.set_aside(page.account, page.scan);
    return;
  }
  paper_of(page).pages.push_back(page.account.sequence);
  package_.add_page(page.account, page.scan, page.text);
}

Dossier DossierBuilder::finish() { return std::move(dossier_); }

// A paper begins with its first page that is not set aside: one of blank pages only is none.
Paper& DossierBuilder::paper_of(const ReadPage& page) {
  if (page.task.paper != open_paper_) {
    open_paper_ = page.task.paper;
    const PaperPlan& plan = job_.papers[open_paper_];
    Paper paper;
    paper.number = static_cast<int>(dossier_.papers.size()) + 1;
    paper.name = plan.name;
    paper.title = plan.title;
    package_.begin_paper(paper);
    dossier_.papers.push_back(std::move(paper));
  }
  return dossier_.papers.back();
}

}  // namespace sohoa
