#include "tests/bench/measure.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>

#include "pipeline/base/error.h"
#include "pipeline/base/process.h"

namespace sohoa::test {

namespace {

constexpr double kBytesPerKilobyte = 1024;  // as getrusage(2) counts ru_maxrss
constexpr double kBytesPerMegabyte = 1e6;

double seconds_of(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

bool is_overridden(std::string_view entry, const Environment& environment) {
  return std::any_of(environment.begin(), environment.end(), [entry](const auto& addition) {
    return entry.starts_with(addition.first + "=");
  });
}

std::vector<std::string> whole_environment(const Environment& additions) {
  std::vector<std::string> entries;
  for (char** entry = environ; *entry != nullptr; ++entry) {
    if (!is_overridden(*entry, additions)) entries.emplace_back(*entry);
  }
  for (const auto& [name, value] : additions) entries.push_back(name + "=" + value);
  return entries;
}

std::vector<char*> pointers_to(std::vector<std::string>& words) {
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  return pointers;
}

pid_t start(const std::string& program, std::vector<std::string> command,
            const Environment& environment) {
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  ::posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  ::posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  std::vector<std::string> entries = whole_environment(environment);
  pid_t child = 0;
  const int failed = ::posix_spawn(&child, program.c_str(), &actions, nullptr,
                                   pointers_to(command).data(), pointers_to(entries).data());
  ::posix_spawn_file_actions_destroy(&actions);
  if (failed != 0) throw input_error(program, failed);
  return child;
}

}  // namespace

Usage run_measured(const std::vector<std::string>& command, const Environment& environment) {
  const std::string program = find_program(command.front());
  if (program.empty()) {
    throw Error(ExitCode::kDependency, command.front(), "this program is not installed", "");
  }
  const auto begin = std::chrono::steady_clock::now();
  const pid_t child = start(program, command, environment);
  int status = 0;
  rusage used{};
  while (::wait4(child, &status, 0, &used) < 0 && errno == EINTR) {
  }
  const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - begin;
  const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  if (code != static_cast<int>(ExitCode::kDone) && code != static_cast<int>(ExitCode::kAttention)) {
    throw Error(ExitCode::kDependency, command.front(), "ended with " + std::to_string(code),
                "run it by hand to see why");
  }
  return {seconds_of(used.ru_utime) + seconds_of(used.ru_stime), wall.count(),
          static_cast<double>(used.ru_maxrss) * kBytesPerKilobyte / kBytesPerMegabyte};
}

double thread_ms() {
  timespec time{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

double median(std::vector<double> values) {
  if (values.empty()) return 0;
  std::sort(values.begin(), values.end());
  const std::size_t middle = values.size() / 2;
  if (values.size() % 2 == 1) return values[middle];
  return (values[middle - 1] + values[middle]) / 2;
}

}  // namespace sohoa::test
