#pragma once

#include <filesystem>
#include <vector>

#include "models/record/package.h"
#include "pipeline/package/zip/package_files.h"

namespace sohoa {

struct RecordZipSettings {
  std::filesystem::path work_folder;  // for what its check unpacks; empty: the system's
  int threads = 1;                    // more than one: a second one may be used
};

/// Writes the zip of a record: its tag files, then `payload` in the order of their names, which
/// `record.files` will list. Reopens and verifies it. Same files and record, same bytes.
/// Errors: Error (kOutput).
Package write_record_zip(const std::filesystem::path& path, Record record,
                         std::vector<PackageFile> payload, Spool& spool,
                         const RecordZipSettings& settings);

}  // namespace sohoa
