#include "pipeline/package/record_zip.h"

#include <algorithm>
#include <future>
#include <system_error>
#include <utility>

#include "models/record/json.h"
#include "pipeline/base/error.h"
#include "pipeline/package/bagit.h"
#include "pipeline/package/package_check.h"
#include "pipeline/package/zip/zip_writer.h"

namespace sohoa {

namespace fs = std::filesystem;

namespace {

std::vector<FileDigest> digests_of(const std::vector<PackageFile>& files) {
  std::vector<FileDigest> digests;
  digests.reserve(files.size());
  for (const PackageFile& file : files) digests.push_back({file.path, file.bytes, file.sha256});
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

Package write_record_zip(const fs::path& path, Record record, std::vector<PackageFile> payload,
                         Spool& spool, const RecordZipSettings& settings) {
  std::sort(payload.begin(), payload.end(),
            [](const PackageFile& a, const PackageFile& b) { return a.path < b.path; });
  record.files = digests_of(payload);
  std::vector<PackageFile> files = tag_files(record, spool);
  std::move(payload.begin(), payload.end(), std::back_inserter(files));
  write_zip(path, files, spool, record.job_time);
  std::future<std::string> sha256 = digest_beside(settings.threads, path);
  throw_first_error(check_package(path, {PaperCheck::kPageCount, settings.work_folder}));
  Package package;
  package.path = path.string();
  package.bytes = fs::file_size(path);
  package.sha256 = sha256.get();
  package.record = std::move(record);
  return package;
}

}  // namespace sohoa
