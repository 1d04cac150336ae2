#include "pipeline/run/intake.h"

#include <set>
#include <utility>

#include "pipeline/base/temporary_folder.h"
#include "pipeline/deliver/delivery.h"
#include "pipeline/package/package.h"
#include "pipeline/run/input_digests.h"
#include "pipeline/run/page_work.h"
#include "pipeline/run/report.h"

namespace sohoa {

namespace {

/// Gathers the pages, in order, into the papers of one dossier and into its package.
class DossierBuilder {
 public:
  DossierBuilder(const Job& job, const std::string& name, PackageBuilder& package)
      : job_(job), package_(package) {
    dossier_.name = name;
    dossier_.findings = input_findings(job);
  }

  void add(ReadPage&& page) {
    dossier_.pages.push_back(page.account);
    if (page.account.set_aside == SetAside::kFailed) failed_inputs_.insert(page.task.input);
    if (page.account.set_aside) {
      package_.set_aside(page.account, page.scan);
      return;
    }
    paper_of(page).pages.push_back(page.account.sequence);
    package_.add_page(page.account, page.scan, page.text);
  }

  /// Indices into Job::inputs. A page that failed may have no image of its own to keep.
  const std::set<int>& failed_inputs() const { return failed_inputs_; }

  Dossier finish() { return std::move(dossier_); }

 private:
  // A paper begins with its first page that is not set aside: one of blank pages only is none.
  Paper& paper_of(const ReadPage& page) {
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

  const Job& job_;
  PackageBuilder& package_;
  Dossier dossier_;
  std::set<int> failed_inputs_;
  int open_paper_ = -1;
};

void keep_inputs(const Job& job, const Settings& settings, const std::set<int>& failed,
                 PackageBuilder& package) {
  for (std::size_t i = 0; i < job.inputs.size(); ++i) {
    const InputFile& input = job.inputs[i];
    const bool kept = settings.masters == Masters::kKeep || input.is_signed ||
                      failed.count(static_cast<int>(i)) != 0;
    if (kept) package.keep_input(input.path, input.name);
  }
}

}  // namespace

Settings intake_settings() {
  Settings settings;
  settings.acquire.copy_signed = true;
  settings.acquire.unreadable_file = UnreadableFile::kList;
  settings.on_page_failure = OnPageFailure::kSetAside;
  settings.set_blank_aside = true;
  return settings;
}

Report intake(const std::vector<std::string>& inputs, const std::filesystem::path& output,
              const Settings& settings, const ProgressListener& progress) {
  const TemporaryFolder folder;
  const Job job = open_job(inputs, settings, folder);
  Delivery delivery(output);
  PackageBuilder builder(package_settings(job, settings, delivery.work_folder()));
  Record record = record_of(job, settings);
  DossierBuilder dossier(job, record.dossier.name, builder);
  InputDigests digests(job);
  record.ingredients = read_pages(job, settings, progress, [&](ReadPage&& page) {
    digests.make_through(page.task.input);
    dossier.add(std::move(page));
  });
  record.inputs = digests.finish();
  keep_inputs(job, settings, dossier.failed_inputs(), builder);
  record.dossier = dossier.finish();
  Package package;
  delivery.write_by([&](const auto& path) { package = builder.finish(std::move(record), path); });
  return report_of("intake", package.record.dossier, deliver(package, delivery));
}

}  // namespace sohoa
