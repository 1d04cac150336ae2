#include "pipeline/package/record_file.h"

#include "models/record/json.h"
#include "pipeline/base/error.h"
#include "pipeline/package/bagit.h"

namespace sohoa {

namespace {

constexpr char kRemedy[] = "give a record that sohoa intake made";

}  // namespace

RecordFile read_record(const ZipReader& zip, const ZipEntry& entry) {
  RecordFile file;
  file.text = zip.read_text(entry, kRecordBytesMax);
  const Json json = Json::parse(file.text, nullptr, false);
  if (json.is_discarded()) throw Error(ExitCode::kInput, kRecordName, "it is no JSON", kRemedy);
  try {
    file.record = record_from_json(json);
  } catch (const Error& error) {
    throw Error(ExitCode::kInput, std::string(kRecordName) + " " + error.subject(), error.reason(),
                kRemedy);
  }
  return file;
}

}  // namespace sohoa
