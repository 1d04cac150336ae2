#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "pipeline/base/spool.h"
#include "pipeline/package/zip/package_files.h"

namespace sohoa {

/// Writes the files, in the order given, into a zip at `path` (truncated, not flushed). Zip64 where
/// it is needed, UTF-8 names, regular files of mode 0644, one time for all entries: `job_time` as
/// it is written (ISO 8601), or 1980 when it is empty. Same files, same bytes, whatever the time
/// zone. Errors: Error (kOutput).
void write_zip(const std::filesystem::path& path, const std::vector<PackageFile>& files,
               const Spool& spool, const std::string& job_time);

}  // namespace sohoa
