#include "pipeline/run/intake.h"

#include <set>
#include <utility>

#include "pipeline/base/temporary_folder.h"
#include "pipeline/deliver/delivery.h"
#include "pipeline/package/package.h"
#include "pipeline/run/dossier_builder.h"
#include "pipeline/run/input_digests.h"
#include "pipeline/run/page_work.h"
#include "pipeline/run/report.h"
#include "pipeline/understand/dossier_check.h"

namespace sohoa {

namespace {

void keep_inputs(const Job& job, const Settings& settings, const std::set<int>& failed,
                 PackageBuilder& package) {
  for (std::size_t i = 0; i < job.inputs.size(); ++i) {
    const InputFile& input = job.inputs[i];
    const bool kept = settings.masters == Masters::kKeep || input.is_signed ||
                      failed.count(static_cast<int>(i)) != 0;
    if (kept) package.keep_input(input.path, input.name);
  }
}

/// With what the officer declared, and a finding when the pages are not as many.
Dossier declared(Dossier dossier, const std::optional<Declaration>& declaration) {
  if (!declaration) return dossier;
  const int pages = static_cast<int>(dossier.pages.size());
  if (declaration->pages > 0 && declaration->pages != pages) {
    dossier.findings.push_back({"dossier.page-count", Severity::kError, dossier.name,
                                "there are " + std::to_string(pages) + " pages, " +
                                    std::to_string(declaration->pages) + " were declared",
                                "scan what is missing, or correct what was declared",
                                std::nullopt});
  }
  dossier.declared = declaration;
  return dossier;
}

}  // namespace

Settings intake_settings() {
  Settings settings;
  settings.acquire.copy_signed = true;
  settings.acquire.unreadable_file = UnreadableFile::kList;
  settings.on_page_failure = OnPageFailure::kSetAside;
  settings.set_blank_aside = true;
  settings.understanding = Understanding::kOn;
  settings.splitting = Splitting::kAuto;
  return settings;
}

Report intake(const std::vector<std::string>& inputs, const std::filesystem::path& output,
              const Settings& settings, const ProgressListener& progress) {
  const TemporaryFolder folder;
  const Job job = open_job(inputs, settings, folder);
  Delivery delivery(output);
  PackageBuilder builder(package_settings(job, settings, delivery.work_folder()));
  Record record = record_of(job, settings);
  DossierBuilder dossier(job, settings, record.dossier.name, builder);
  InputDigests digests(job);
  record.ingredients = read_pages(job, settings, progress, [&](ReadPage&& page) {
    digests.make_through(page.task.input);
    dossier.add(std::move(page));
  });
  record.inputs = digests.finish();
  keep_inputs(job, settings, dossier.failed_inputs(), builder);
  record.dossier = declared(dossier.finish(), settings.declared);
  check_dossier(*job.knowledge, record.dossier);
  Package package;
  delivery.write_by([&](const auto& path) { package = builder.finish(std::move(record), path); });
  return report_of("intake", package.record.dossier, deliver(package, delivery));
}

}  // namespace sohoa
