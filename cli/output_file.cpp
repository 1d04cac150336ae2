#include "cli/output_file.h"

#include <system_error>

#include "pipeline/base/error.h"
#include "pipeline/deliver/delivery.h"

namespace sohoa {

namespace fs = std::filesystem;

void refuse_if_there(const fs::path& output) {
  if (output.empty() || is_standard_output(output) || !fs::exists(output)) return;
  throw Error(ExitCode::kOutput, output.string(), "is there already",
              "choose another name or leave out --no-overwrite");
}

void refuse_same_file(const fs::path& output, const fs::path& given) {
  std::error_code none;
  if (given.empty() || !fs::equivalent(output, given, none)) return;
  throw Error(ExitCode::kUsage, output.string(), "is what the job needs, and would be overwritten",
              "choose another name for the output");
}

void refuse_folder(const fs::path& output) {
  if (!fs::is_directory(output)) return;
  throw Error(ExitCode::kUsage, output.string(), "is a folder", "name the file to make");
}

}  // namespace sohoa
