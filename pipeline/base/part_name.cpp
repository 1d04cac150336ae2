#include "pipeline/base/part_name.h"

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

#include "pipeline/base/atomic_file.h"

namespace sohoa {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kTemporarySuffix = ".part";

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

}  // namespace

fs::path part_name_for(const fs::path& target) {
  static std::atomic<unsigned> counter{0};
  const pid_t process = ::getpid();
  return folder_of(target) / (temporary_prefix(target) + std::to_string(process) + "-" +
                              std::to_string(start_of(process)) + "-" + std::to_string(counter++) +
                              std::string(kTemporarySuffix));
}

void remove_leftover_parts(const fs::path& target) {
  const std::string prefix = temporary_prefix(target);
  std::error_code ignored;
  for (fs::directory_iterator entry(folder_of(target), ignored), end; entry != end;
       entry.increment(ignored)) {
    if (is_leftover(entry->path().filename().string(), prefix))
      fs::remove_all(entry->path(), ignored);
  }
}

}  // namespace sohoa
