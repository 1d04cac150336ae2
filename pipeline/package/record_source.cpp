#include "pipeline/package/record_source.h"

#include <utility>

#include "pipeline/base/digest.h"
#include "pipeline/base/error.h"
#include "pipeline/package/bagit.h"
#include "pipeline/package/record_file.h"

namespace sohoa {

namespace {

constexpr char kRemedy[] = "give a record that sohoa intake made";

}  // namespace

RecordSource::RecordSource(const std::filesystem::path& zip) : path_(zip), zip_(zip) {
  for (const ZipEntry& entry : zip_.entries()) entries_[entry.name] = &entry;
  if (entries_.count(kRecordName) == 0) {
    throw Error(ExitCode::kInput, zip.string(), "is no record of sohoa's", kRemedy);
  }
  RecordFile file = read_record(zip_, entry(kRecordName));
  record_ = std::move(file.record);
  record_sha256_ = sha256_of(as_bytes(file.text));
}

const ZipEntry& RecordSource::entry(const std::string& path) const {
  const auto found = entries_.find(path);
  if (found == entries_.end()) throw Error(ExitCode::kInput, path, "is not in the record", kRemedy);
  return *found->second;
}

}  // namespace sohoa
