#include "pipeline/base/atomic_file.h"

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <charconv>
#include <string>
#include <system_error>
#include <utility>

#include "pipeline/base/descriptor.h"
#include "pipeline/base/error.h"

namespace sohoa {

namespace fs = std::filesystem;

namespace {

std::string host_name() {
  char name[256] = {};
  if (::gethostname(name, sizeof name - 1) != 0) return "host";
  return name;
}

fs::path folder_of(const fs::path& file) {
  return file.has_parent_path() ? file.parent_path() : fs::path(".");
}

std::string temporary_prefix(const fs::path& target) {
  // A long target name would push the temporary name over the 255 bytes that file systems allow.
  return "." + target.filename().string().substr(0, 120) + "." + host_name() + "-";
}

bool process_lives(pid_t process) { return ::kill(process, 0) == 0 || errno == EPERM; }

void remove_leftovers(const fs::path& target) {
  const std::string prefix = temporary_prefix(target);
  std::error_code ignored;
  for (fs::directory_iterator entry(folder_of(target), ignored), end; entry != end;
       entry.increment(ignored)) {
    const std::string name = entry->path().filename().string();
    if (!name.starts_with(prefix)) continue;
    pid_t process = 0;
    const char* first = name.data() + prefix.size();
    if (std::from_chars(first, name.data() + name.size(), process).ec != std::errc()) continue;
    if (process > 0 && !process_lives(process)) fs::remove(entry->path(), ignored);
  }
}

void write_all(int descriptor, ByteView bytes, const std::string& subject) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) throw output_error(subject, errno);
    bytes = bytes.subspan(static_cast<std::size_t>(written));
  }
}

}  // namespace

AtomicFile::AtomicFile(fs::path target) : target_(std::move(target)) {
  static std::atomic<unsigned> counter{0};
  remove_leftovers(target_);
  temporary_ = folder_of(target_) / (temporary_prefix(target_) + std::to_string(::getpid()) + "-" +
                                     std::to_string(counter++) + ".part");
  descriptor_ = ::open(temporary_.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0644);
  if (descriptor_ < 0) throw output_error(target_.string(), errno);
}

AtomicFile::~AtomicFile() {
  close_file();
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

void AtomicFile::close_file() {
  if (descriptor_ >= 0) ::close(descriptor_);
  descriptor_ = -1;
}

void AtomicFile::write(ByteView bytes) { write_all(descriptor_, bytes, target_.string()); }

void AtomicFile::commit() {
  close_file();
  try {
    sync_to_disk(temporary_);
  } catch (const Error& error) {
    throw Error(error.code(), target_.string(), error.reason(), error.remedy());
  }
  if (::rename(temporary_.c_str(), target_.c_str()) != 0) {
    throw output_error(target_.string(), errno);
  }
  temporary_.clear();
  sync_to_disk(folder_of(target_));
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
