#include "pipeline/package/verify.h"

#include <optional>

#include "models/record/json.h"
#include "pipeline/base/error.h"
#include "pipeline/package/bag_check.h"
#include "pipeline/package/bagit.h"
#include "pipeline/package/package_check.h"
#include "pipeline/package/paper_check.h"
#include "pipeline/package/record_check.h"
#include "pipeline/package/zip/zip_limits.h"

namespace sohoa {

namespace {

constexpr std::uint64_t kRecordBytesMax = 512ULL << 20;

std::optional<Record> read_record(const ZipReader& zip, const EntriesByName& entries,
                                  PackageFindings& findings) {
  const auto entry = entries.find(kRecordName);
  if (entry == entries.end()) {
    findings.add("package.file-missing", kRecordName, "it is not in the package");
    return std::nullopt;
  }
  try {
    return record_from_json(Json::parse(zip.read_text(*entry->second, kRecordBytesMax)));
  } catch (const Error& error) {
    findings.add("package.record", std::string(kRecordName) + " " + error.subject(),
                 error.reason());
  } catch (const Json::exception&) {
    findings.add("package.record", kRecordName, "it is no JSON");
  }
  return std::nullopt;
}

}  // namespace

std::vector<Finding> check_package(const std::filesystem::path& path,
                                   const PackageCheckSettings& settings) {
  PackageFindings findings;
  const ZipReader zip(path);
  findings.add_all(check_entries(zip.entries(), ZipLimits{}));
  // What the directory says already makes it unfit: nothing of it is unpacked.
  if (!findings.empty()) return findings.take();

  EntriesByName entries;
  for (const ZipEntry& entry : zip.entries()) entries[entry.name] = &entry;
  const std::map<std::string, FileDigest> digests = digest_entries(zip, findings);
  check_bag(zip, entries, digests, findings);
  const std::optional<Record> record = read_record(zip, entries, findings);
  if (record) check_record(*record, digests, findings);
  // A PDF is opened only when its bytes are those of the manifest.
  if (record && findings.empty()) check_papers(zip, entries, *record, settings, findings);
  return findings.take();
}

std::vector<Finding> verify_package(const std::filesystem::path& zip) {
  return check_package(zip, PackageCheckSettings{});
}

}  // namespace sohoa
