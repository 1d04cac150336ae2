#include <filesystem>

#include "models/papers/papers_folder.h"
#include "pipeline/base/error.h"
#include "pipeline/base/file.h"
#include "pipeline/package/export/package_profile.h"

namespace sohoa {

namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t kProfileBytesMax = 4ULL << 20;

fs::path profiles_folder() { return papers_folder() / "packages"; }

}  // namespace

PackageProfile load_package_profile(const std::string& name) {
  const fs::path file = profiles_folder() / (name + ".json");
  std::error_code ignored;
  if (!fs::is_regular_file(file, ignored)) {
    throw Error(ExitCode::kDependency, file.string(), "is not there",
                "install sohoa whole, or set SOHOA_PAPERS to its folder models/papers");
  }
  const Bytes bytes = read_file(file, kProfileBytesMax);
  const Json json = Json::parse(as_text(bytes), nullptr, false);
  if (json.is_discarded()) {
    throw Error(ExitCode::kInput, file.string(), "is no JSON",
                "mend the table in models/papers/packages/, or name a sound one");
  }
  return package_profile_from_json(json);
}

}  // namespace sohoa
