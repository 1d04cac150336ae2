#include "pipeline/base/atomic_folder.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>

#include <cerrno>
#include <system_error>

#include "pipeline/base/atomic_file.h"
#include "pipeline/base/error.h"
#include "pipeline/base/part_name.h"

namespace sohoa {

namespace fs = std::filesystem;

namespace {

constexpr mode_t kMode = 0777;  // less the umask

// As the caller names it, `a/b/` is b.
fs::path without_slash(const fs::path& folder) {
  return folder.has_filename() ? folder : folder.parent_path();
}

Error already_there(const fs::path& target) {
  return Error(ExitCode::kOutput, target.string(), "is there already", "name another folder");
}

void refuse_what_is_there(const fs::path& target) {
  std::error_code ignored;
  if (fs::exists(fs::symlink_status(target, ignored))) throw already_there(target);
}

/// Nothing that came to be at `to` meanwhile is replaced, where the file system can tell.
int rename_to_nothing(const fs::path& from, const fs::path& to) {
  if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return 0;
  if (errno != EINVAL && errno != ENOSYS) return errno;
  return ::rename(from.c_str(), to.c_str()) == 0 ? 0 : errno;
}

}  // namespace

AtomicFolder::AtomicFolder(const fs::path& target) : target_(without_slash(target)) {
  refuse_what_is_there(target_);
  remove_leftover_parts(target_);
  path_ = part_name_for(target_);
  if (::mkdir(path_.c_str(), kMode) != 0) throw output_error(target_.string(), errno);
}

AtomicFolder::~AtomicFolder() {
  std::error_code ignored;
  if (!committed_) fs::remove_all(path_, ignored);
}

void AtomicFolder::commit() {
  sync_to_disk(path_);
  const int failed = rename_to_nothing(path_, target_);
  if (failed == EEXIST) throw already_there(target_);
  if (failed != 0) throw output_error(target_.string(), failed);
  committed_ = true;
  sync_to_disk(folder_of(target_));
}

}  // namespace sohoa
