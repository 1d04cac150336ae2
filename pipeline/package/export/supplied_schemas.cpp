#include "pipeline/package/export/supplied_schemas.h"

#include <algorithm>
#include <string>
#include <system_error>

#include "pipeline/base/error.h"
#include "pipeline/package/package_names.h"

namespace sohoa {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kSchemasMax = 1000;
constexpr char kRemedy[] = "name the folder of schemas (*.xsd) that the archive supplied";

}  // namespace

std::vector<fs::path> supplied_schemas(const fs::path& folder) {
  std::vector<fs::path> files;
  if (folder.empty()) return files;
  std::error_code failed;
  for (fs::directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed)) {
    std::error_code ignored;
    if (at->path().extension() != ".xsd" || !at->is_regular_file(ignored)) continue;
    const std::string name = at->path().filename().string();
    if (safe_file_name(name) != name || files.size() == kSchemasMax) {
      throw Error(ExitCode::kInput, at->path().string(), "cannot go into a package", kRemedy);
    }
    files.push_back(at->path());
  }
  if (failed) throw input_error(folder.string(), failed.value());
  if (files.empty()) throw Error(ExitCode::kInput, folder.string(), "has no schema", kRemedy);
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace sohoa
