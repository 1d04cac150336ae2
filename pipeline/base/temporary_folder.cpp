#include "pipeline/base/temporary_folder.h"

#include <cerrno>
#include <cstdlib>
#include <string>
#include <system_error>

#include "pipeline/base/error.h"
#include "pipeline/base/file.h"

namespace sohoa {

namespace fs = std::filesystem;

TemporaryFolder::TemporaryFolder(const fs::path& parent) {
  std::string name =
      ((parent.empty() ? temporary_folder_of_system() : parent) / "sohoa-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw output_error(name, errno);
  path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

}  // namespace sohoa
