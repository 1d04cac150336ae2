#include "pipeline/package/export/record_source.h"

#include "models/record/json.h"
#include "pipeline/base/digest.h"
#include "pipeline/base/error.h"
#include "pipeline/package/bagit.h"

namespace sohoa {

namespace {

constexpr std::uint64_t kRecordBytesMax = 512ULL << 20;
constexpr char kRemedy[] = "give a record that sohoa intake made";

}  // namespace

RecordSource::RecordSource(const std::filesystem::path& zip) : path_(zip), zip_(zip) {
  for (const ZipEntry& entry : zip_.entries()) entries_[entry.name] = &entry;
  if (entries_.count(kRecordName) == 0) {
    throw Error(ExitCode::kInput, zip.string(), "is no record of sohoa's", kRemedy);
  }
  const std::string text = zip_.read_text(entry(kRecordName), kRecordBytesMax);
  const Json json = Json::parse(text, nullptr, false);
  if (json.is_discarded()) throw Error(ExitCode::kInput, kRecordName, "is no JSON", kRemedy);
  record_ = record_from_json(json);
  record_sha256_ = sha256_of(as_bytes(text));
}

const ZipEntry& RecordSource::entry(const std::string& path) const {
  const auto found = entries_.find(path);
  if (found == entries_.end()) throw Error(ExitCode::kInput, path, "is not in the record", kRemedy);
  return *found->second;
}

}  // namespace sohoa
