#include "pipeline/base/atomic_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <system_error>

#include "pipeline/base/descriptor.h"
#include "pipeline/base/error.h"
#include "pipeline/base/part_name.h"

namespace sohoa {

namespace fs = std::filesystem;

namespace {

constexpr mode_t kMode = 0644;  // before the umask

/// A link is followed: what it names gets the new bytes.
fs::path behind_links(const fs::path& target) {
  std::error_code failed;
  if (!fs::is_symlink(target, failed)) return target;
  const fs::path real = fs::canonical(target, failed);
  return failed ? target : real;
}

/// The rename would put a file in the place of /dev/null, or of a pipe that somebody reads.
void refuse_special_file(const fs::path& target) {
  std::error_code ignored;
  const fs::file_type type = fs::status(target, ignored).type();
  if (type == fs::file_type::directory) throw output_error(target.string(), EISDIR);
  if (type == fs::file_type::regular || type == fs::file_type::not_found) return;
  if (type == fs::file_type::none || type == fs::file_type::unknown) return;
  throw Error(ExitCode::kOutput, target.string(), "is no regular file",
              "name a file, or - for standard output");
}

fs::path path_of_descriptor(int descriptor) {
  return "/proc/self/fd/" + std::to_string(descriptor);
}

void close_if_open(int& descriptor) {
  if (descriptor >= 0) ::close(descriptor);
  descriptor = -1;
}

}  // namespace

AtomicFile::AtomicFile(const fs::path& target) : target_(behind_links(target)) {
  refuse_special_file(target_);
  remove_leftover_parts(target_);
  hidden_ = part_name_for(target_);
  descriptor_ = ::open(folder_of(target_).c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, kMode);
  path_ = path_of_descriptor(descriptor_);
  if (descriptor_ >= 0 && ::access(path_.c_str(), W_OK) == 0) return;
  close_if_open(descriptor_);
  descriptor_ = ::open(hidden_.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, kMode);
  if (descriptor_ < 0) throw output_error(target_.string(), errno);
  named_ = true;
  path_ = hidden_;
}

AtomicFile::~AtomicFile() {
  close_if_open(descriptor_);
  if (named_) ::unlink(hidden_.c_str());
}

void AtomicFile::write(ByteView bytes) {
  if (const int failed = write_all(descriptor_, bytes))
    throw output_error(target_.string(), failed);
}

void AtomicFile::commit() {
  keep_mode();
  if (::fsync(descriptor_) != 0) throw output_error(target_.string(), errno);
  give_name();
  if (::rename(hidden_.c_str(), target_.c_str()) != 0) {
    throw output_error(target_.string(), errno);
  }
  named_ = false;
  sync_to_disk(folder_of(target_));
}

// What only some may read stays so.
void AtomicFile::keep_mode() {
  constexpr mode_t kPermissions = 07777;
  struct stat there {};
  if (::stat(target_.c_str(), &there) != 0) return;
  if (::fchmod(descriptor_, there.st_mode & kPermissions) != 0) {
    throw output_error(target_.string(), errno);
  }
}

// A link cannot take the place of a file that is there, a rename can: hence the step between.
void AtomicFile::give_name() {
  if (named_) return;
  if (::linkat(AT_FDCWD, path_.c_str(), AT_FDCWD, hidden_.c_str(), AT_SYMLINK_FOLLOW) != 0) {
    throw output_error(target_.string(), errno);
  }
  named_ = true;
}

fs::path folder_of(const fs::path& file) {
  return file.has_parent_path() ? file.parent_path() : fs::path(".");
}

void write_file(const fs::path& target, ByteView bytes) {
  AtomicFile file(target);
  file.write(bytes);
  file.commit();
}

void sync_to_disk(const fs::path& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.number() < 0) throw output_error(path.string(), errno);
  // EINVAL: a special file (a pipe, /dev/null) has nothing to flush.
  if (::fsync(file.number()) != 0 && errno != EINVAL) throw output_error(path.string(), errno);
}

}  // namespace sohoa
