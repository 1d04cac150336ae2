#include "pipeline/package/verify.h"

#include <optional>

#include "pipeline/base/error.h"
#include "pipeline/package/bag_check.h"
#include "pipeline/package/bagit.h"
#include "pipeline/package/book_check.h"
#include "pipeline/package/mets/mets_check.h"
#include "pipeline/package/package_check.h"
#include "pipeline/package/package_kind.h"
#include "pipeline/package/paper_check.h"
#include "pipeline/package/record_check.h"
#include "pipeline/package/record_file.h"
#include "pipeline/package/zip/zip_limits.h"

namespace sohoa {

namespace {

std::optional<Record> find_record(const ZipReader& zip, const ZipContents& contents,
                                  PackageFindings& findings) {
  const auto entry = contents.files.find(kRecordName);
  if (entry == contents.files.end()) {
    findings.add("package.file-missing", kRecordName, "it is not in the package");
    return std::nullopt;
  }
  try {
    return read_record(zip, *entry->second).record;
  } catch (const Error& error) {
    findings.add("package.record", error.subject(), error.reason());
    return std::nullopt;
  }
}

std::map<std::string, FileDigest> sha256_of_each(const EntryDigests& digests) {
  std::map<std::string, FileDigest> files;
  for (const auto& [path, digest] : digests) {
    files[path] = {path, digest.bytes, digest.hex.at(DigestAlgorithm::kSha256)};
  }
  return files;
}

void check_record_package(const ZipReader& zip, const ZipContents& contents,
                          const PackageCheckSettings& settings, PackageFindings& findings) {
  std::set<DigestAlgorithm> algorithms = manifest_algorithms(contents);
  algorithms.insert(DigestAlgorithm::kSha256);
  const EntryDigests digests = digest_contents(zip, contents, algorithms, findings);
  check_bag(zip, contents, digests, BagMaker::kOurs, findings);
  const std::optional<Record> record = find_record(zip, contents, findings);
  if (record) check_record(*record, sha256_of_each(digests), findings);
  // A PDF is opened only when its bytes are those of the manifest.
  if (record && findings.empty()) check_papers(zip, contents.files, *record, settings, findings);
}

void check_any_bag(const ZipReader& zip, const ZipContents& contents, PackageFindings& findings) {
  const EntryDigests digests =
      digest_contents(zip, contents, manifest_algorithms(contents), findings);
  check_bag(zip, contents, digests, BagMaker::kAny, findings);
}

void check_by_kind(const ZipReader& zip, const PackageCheckSettings& settings,
                   PackageFindings& findings) {
  const ZipContents contents = contents_of(zip);
  switch (kind_of(contents)) {
    case PackageKind::kMets:
      return check_mets_package(zip, contents, findings);
    case PackageKind::kBag:
      return check_any_bag(zip, contents, findings);
    case PackageKind::kBook:
      return check_civil_book(zip, contents, settings.work_folder, findings);
    case PackageKind::kRecord:
      break;
  }
  check_record_package(zip, contents, settings, findings);
}

}  // namespace

std::vector<Finding> check_package(const std::filesystem::path& path,
                                   const PackageCheckSettings& settings) {
  PackageFindings findings;
  const ZipReader zip(path);
  findings.add_all(check_entries(zip.entries(), ZipLimits{}));
  // What the directory says already makes it unfit: nothing of it is unpacked.
  if (findings.empty()) check_by_kind(zip, settings, findings);
  return findings.take();
}

std::vector<Finding> verify_package(const std::filesystem::path& zip) {
  return check_package(zip, PackageCheckSettings{});
}

}  // namespace sohoa
