#include "pipeline/package/package.h"

#include <map>
#include <optional>
#include <utility>

#include "pipeline/base/error.h"
#include "pipeline/package/package_names.h"
#include "pipeline/package/paper_files.h"
#include "pipeline/package/record_zip.h"
#include "pipeline/package/zip/package_files.h"

namespace sohoa {

namespace fs = std::filesystem;

struct PackageBuilder::State {
  explicit State(PackageSettings chosen)
      : settings(std::move(chosen)), spool(settings.pdf.spool_folder) {}

  void close_paper() {
    if (!paper) return;
    for (PackageFile& file : paper->finish()) payload.push_back(std::move(file));
    paper_findings[paper->number()] = paper->findings();
    paper.reset();
  }

  PackageSettings settings;
  Spool spool;
  std::vector<PackageFile> payload;
  std::optional<PaperFiles> paper;
  std::map<int, std::vector<Finding>> paper_findings;  // by the number of the paper
  int inputs_kept = 0;
};

PackageBuilder::PackageBuilder(PackageSettings settings)
    : state_(std::make_unique<State>(std::move(settings))) {}

PackageBuilder::~PackageBuilder() = default;

void PackageBuilder::begin_paper(const Paper& paper) {
  state_->close_paper();
  state_->paper.emplace(paper, state_->settings, state_->spool);
}

void PackageBuilder::add_page(const PageAccount& account, const ScannedPage& page,
                              const TextPage& text) {
  state_->paper.value().add_page(account, page, text);
}

void PackageBuilder::end_paper(const Paper& paper) {
  state_->paper.value().describe(paper);
  state_->close_paper();
}

void PackageBuilder::set_aside(const PageAccount& account, const ScannedPage& page) {
  if (page.master.bytes.empty()) return;
  state_->payload.push_back(scan_only_pdf(account, page, state_->settings, state_->spool));
}

void PackageBuilder::keep_input(const fs::path& file, const std::string& name) {
  const std::string path = input_path_of(++state_->inputs_kept, name);
  state_->payload.push_back(package_copy(path, file, state_->spool));
}

Package PackageBuilder::finish(Record record, const fs::path& path) {
  state_->close_paper();
  std::vector<PackageFile>& payload = state_->payload;
  if (payload.empty()) {
    throw Error(ExitCode::kInput, record.dossier.name, "no page of it could be decoded",
                "check the input files");
  }
  for (Paper& paper : record.dossier.papers) {
    const std::vector<Finding>& found = state_->paper_findings[paper.number];
    paper.findings.insert(paper.findings.end(), found.begin(), found.end());
  }
  return write_record_zip(path, std::move(record), std::move(payload), state_->spool,
                          {state_->settings.pdf.spool_folder, state_->settings.threads});
}

}  // namespace sohoa
