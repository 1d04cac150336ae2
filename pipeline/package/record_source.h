#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "models/record/package.h"
#include "pipeline/package/zip/zip_reader.h"

namespace sohoa {

/// A record that was found sound, open for its files to be taken out.
class RecordSource {
 public:
  /// Throws Error (kInput) when there is no record.json in the zip, or none that can be read.
  explicit RecordSource(const std::filesystem::path& zip);

  const std::filesystem::path& path() const { return path_; }
  const ZipReader& zip() const { return zip_; }
  const Record& record() const { return record_; }
  const std::string& record_sha256() const { return record_sha256_; }
  /// Throws Error (kInput) when it is not there.
  const ZipEntry& entry(const std::string& path) const;

 private:
  std::filesystem::path path_;
  ZipReader zip_;
  std::map<std::string, const ZipEntry*> entries_;
  Record record_;
  std::string record_sha256_;
};

}  // namespace sohoa
