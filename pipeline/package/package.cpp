#include "pipeline/package/package.h"

#include <algorithm>
#include <future>
#include <map>
#include <optional>
#include <system_error>
#include <utility>

#include "models/record/json.h"
#include "pipeline/base/error.h"
#include "pipeline/package/bagit.h"
#include "pipeline/package/package_check.h"
#include "pipeline/package/package_names.h"
#include "pipeline/package/paper_files.h"
#include "pipeline/package/zip/package_files.h"
#include "pipeline/package/zip/zip_writer.h"

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

namespace {

FileDigest digest_of(const PackageFile& file) { return {file.path, file.bytes, file.sha256}; }

std::vector<FileDigest> digests_of(const std::vector<PackageFile>& files) {
  std::vector<FileDigest> digests;
  for (const PackageFile& file : files) digests.push_back(digest_of(file));
  return digests;
}

// The manifest of the tag files names the others, so it comes last.
std::vector<PackageFile> tag_files(const Record& record, Spool& spool) {
  std::vector<PackageFile> tags;
  const auto add = [&](const char* name, const std::string& text) {
    tags.push_back(package_file(name, as_bytes(text), spool));
  };
  add(kBagDeclarationName, bag_declaration());
  add(kBagInfoName, bag_info(record));
  add(kManifestName, manifest_of(record.files));
  add(kRecordName, canonical_json(json_of(record)));
  add(kTagManifestName, manifest_of(digests_of(tags)));
  return tags;
}

std::future<std::string> digest_beside(int threads, const fs::path& path) {
  if (threads > 1) {
    try {
      return std::async(std::launch::async, sha256_of_file, path);
    } catch (const std::system_error&) {  // no more threads to be had
    }
  }
  return std::async(std::launch::deferred, sha256_of_file, path);
}

void throw_first_error(const std::vector<Finding>& findings) {
  for (const Finding& finding : findings) {
    if (finding.severity != Severity::kError) continue;
    throw Error(ExitCode::kOutput, finding.subject,
                "the finished package does not verify: " + finding.reason,
                "run it again; if it happens twice, report it");
  }
}

}  // namespace

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
  std::sort(payload.begin(), payload.end(),
            [](const PackageFile& a, const PackageFile& b) { return a.path < b.path; });
  record.files = digests_of(payload);
  for (Paper& paper : record.dossier.papers) {
    const std::vector<Finding>& found = state_->paper_findings[paper.number];
    paper.findings.insert(paper.findings.end(), found.begin(), found.end());
  }
  std::vector<PackageFile> files = tag_files(record, state_->spool);
  std::move(payload.begin(), payload.end(), std::back_inserter(files));
  write_zip(path, files, state_->spool, record.job_time);
  std::future<std::string> sha256 = digest_beside(state_->settings.threads, path);
  throw_first_error(
      check_package(path, {PaperCheck::kPageCount, state_->settings.pdf.spool_folder}));
  Package package;
  package.path = path.string();
  package.bytes = fs::file_size(path);
  package.sha256 = sha256.get();
  package.record = std::move(record);
  return package;
}

}  // namespace sohoa
