#include "pipeline/base/atomic_file.h"

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <charconv>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include "pipeline/base/descriptor.h"
#include "pipeline/base/error.h"

namespace sohoa {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kTemporarySuffix = ".part";
constexpr mode_t kMode = 0644;  // before the umask

std::string host_name() {
  char name[256] = {};
  if (::gethostname(name, sizeof name - 1) != 0) return "host";
  return name;
}

/// When a process began, in clock ticks since the machine did (proc(5), stat, field 22); 0 where
/// that cannot be read. Process numbers come round again, in containers at every start.
std::uint64_t start_of(pid_t process) {
  constexpr int kFieldsAfterName = 20;
  std::ifstream file("/proc/" + std::to_string(process) + "/stat");
  std::string text;
  std::getline(file, text);
  // The second field is the program's name in parentheses, and may hold anything.
  std::istringstream fields(text.substr(std::min(text.rfind(')') + 1, text.size())));
  std::string field;
  for (int i = 0; i < kFieldsAfterName; ++i) fields >> field;
  std::uint64_t ticks = 0;
  std::from_chars(field.data(), field.data() + field.size(), ticks);
  return fields ? ticks : 0;
}

std::string temporary_prefix(const fs::path& target) {
  // A long target name would push the temporary name over the 255 bytes that file systems allow.
  return "." + target.filename().string().substr(0, 120) + "." + host_name() + "-";
}

bool process_lives(pid_t process, std::uint64_t start) {
  const std::uint64_t start_now = start_of(process);
  if (start_now != 0) return start_now == start;
  return ::kill(process, 0) == 0 || errno == EPERM;
}

/// `name` is a temporary file's: prefix, process number, its start, a count. True when no process
/// writes it any more.
bool is_leftover(std::string_view name, std::string_view prefix) {
  if (!name.starts_with(prefix) || !name.ends_with(kTemporarySuffix)) return false;
  const char* const end = name.data() + name.size();
  pid_t process = 0;
  std::uint64_t start = 0;
  const auto number = std::from_chars(name.data() + prefix.size(), end, process);
  if (number.ec != std::errc() || number.ptr == end || *number.ptr != '-') return false;
  if (std::from_chars(number.ptr + 1, end, start).ec != std::errc()) return false;
  return process > 0 && !process_lives(process, start);
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

void remove_leftovers(const fs::path& target) {
  const std::string prefix = temporary_prefix(target);
  std::error_code ignored;
  for (fs::directory_iterator entry(folder_of(target), ignored), end; entry != end;
       entry.increment(ignored)) {
    if (is_leftover(entry->path().filename().string(), prefix)) fs::remove(entry->path(), ignored);
  }
}

fs::path hidden_name_for(const fs::path& target) {
  static std::atomic<unsigned> counter{0};
  const pid_t process = ::getpid();
  return folder_of(target) / (temporary_prefix(target) + std::to_string(process) + "-" +
                              std::to_string(start_of(process)) + "-" + std::to_string(counter++) +
                              std::string(kTemporarySuffix));
}

fs::path path_of_descriptor(int descriptor) {
  return "/proc/self/fd/" + std::to_string(descriptor);
}

void close_if_open(int& descriptor) {
  if (descriptor >= 0) ::close(descriptor);
  descriptor = -1;
}

}  // namespace

AtomicFile::AtomicFile(fs::path target) : target_(std::move(target)) {
  refuse_special_file(target_);
  remove_leftovers(target_);
  hidden_ = hidden_name_for(target_);
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
  if (::fsync(descriptor_) != 0) throw output_error(target_.string(), errno);
  give_name();
  if (::rename(hidden_.c_str(), target_.c_str()) != 0) {
    throw output_error(target_.string(), errno);
  }
  named_ = false;
  sync_to_disk(folder_of(target_));
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
