#include "pipeline/base/process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <sstream>
#include <system_error>
#include <thread>

#include "pipeline/base/error.h"

namespace sohoa {

namespace {

using Clock = std::chrono::steady_clock;

struct Pipe {
  int read_end = -1;
  int write_end = -1;

  Pipe() {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) throw output_error("pipe", errno);
    read_end = ends[0];
    write_end = ends[1];
  }
  ~Pipe() {
    close_end(read_end);
    close_end(write_end);
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;

  static void close_end(int& end) {
    if (end >= 0) ::close(end);
    end = -1;
  }
};

// Between fork and exec only async-signal-safe calls: another thread may hold any lock.
[[noreturn]] void become(const char* program, char* const* arguments, int output, int messages,
                         const ProcessLimits& limits, pid_t parent) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() != parent) ::_exit(127);
  // A group of its own, so that what the child starts can be ended with it.
  ::setpgid(0, 0);
  const int nothing = ::open("/dev/null", O_RDONLY);
  ::dup2(nothing, STDIN_FILENO);
  ::dup2(output, STDOUT_FILENO);
  ::dup2(messages, STDERR_FILENO);
  const rlimit memory{limits.memory_bytes_max, limits.memory_bytes_max};
  ::setrlimit(RLIMIT_AS, &memory);
  const rlim_t seconds = static_cast<rlim_t>(limits.seconds_max) + 1;
  const rlimit processor{seconds, seconds};
  ::setrlimit(RLIMIT_CPU, &processor);
  sigset_t none;
  sigemptyset(&none);
  ::sigprocmask(SIG_SETMASK, &none, nullptr);
  ::execv(program, arguments);
  ::_exit(127);
}

int milliseconds_left(Clock::time_point deadline) {
  const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now());
  return left.count() > 0 ? static_cast<int>(left.count()) : 0;
}

/// Moves what is ready into `text`; false at the end of the stream.
bool drain(int descriptor, std::string& text, std::uint64_t bytes_max, bool& too_large) {
  char piece[1 << 16];
  const ssize_t got = ::read(descriptor, piece, sizeof piece);
  if (got < 0) return errno == EINTR || errno == EAGAIN;
  if (got == 0) return false;
  const std::size_t room = static_cast<std::size_t>(bytes_max) - text.size();
  if (static_cast<std::size_t>(got) > room) too_large = true;
  text.append(piece, std::min(static_cast<std::size_t>(got), room));
  return true;
}

void collect(Pipe& output, Pipe& messages, Clock::time_point deadline, const ProcessLimits& limits,
             ProcessResult& result) {
  while (output.read_end >= 0 || messages.read_end >= 0) {
    pollfd ready[2] = {{output.read_end, POLLIN, 0}, {messages.read_end, POLLIN, 0}};
    const int wait_ms = milliseconds_left(deadline);
    const int count = wait_ms > 0 ? ::poll(ready, 2, wait_ms) : 0;
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) {
      result.timed_out = true;
      return;
    }
    bool ignored = false;
    if (ready[0].revents != 0 &&
        !drain(output.read_end, result.output, limits.output_bytes_max, result.output_too_large)) {
      Pipe::close_end(output.read_end);
    }
    if (ready[1].revents != 0 &&
        !drain(messages.read_end, result.messages, limits.message_bytes_max, ignored)) {
      Pipe::close_end(messages.read_end);
    }
    if (result.output_too_large) return;
  }
}

/// How the child ended; nothing when the deadline comes first: it may close its output and live on.
std::optional<int> status_before(Clock::time_point deadline, pid_t child) {
  constexpr std::chrono::milliseconds kPause(2);
  do {
    int status = 0;
    const pid_t ended = ::waitpid(child, &status, WNOHANG);
    if (ended == child) return status;
    if (ended < 0 && errno != EINTR) throw output_error("child process", errno);
    std::this_thread::sleep_for(kPause);
  } while (milliseconds_left(deadline) > 0);
  return std::nullopt;
}

/// Kills the child and what it has started.
int end_group(pid_t child) {
  ::kill(-child, SIGKILL);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return status;
}

bool is_program(const std::string& path) {
  std::error_code ignored;
  return std::filesystem::is_regular_file(path, ignored) && ::access(path.c_str(), X_OK) == 0;
}

}  // namespace

ProcessResult run_process(const std::vector<std::string>& command, const ProcessLimits& limits) {
  const std::string program = find_program(command.front());
  if (program.empty()) {
    throw Error(ExitCode::kDependency, command.front(), "this program is not installed",
                "run `sohoa doctor` for the package to install");
  }
  std::vector<std::string> words = command;
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);

  Pipe output;
  Pipe messages;
  const Clock::time_point deadline = Clock::now() + std::chrono::seconds(limits.seconds_max);
  const pid_t parent = ::getpid();
  const pid_t child = ::fork();
  if (child < 0) throw output_error(command.front(), errno);
  if (child == 0) {
    become(program.c_str(), arguments.data(), output.write_end, messages.write_end, limits, parent);
  }
  ::setpgid(child, child);  // as the child does: whoever comes first
  Pipe::close_end(output.write_end);
  Pipe::close_end(messages.write_end);

  ProcessResult result;
  collect(output, messages, deadline, limits, result);
  std::optional<int> status;
  if (!result.timed_out && !result.output_too_large) {
    status = status_before(deadline, child);
    result.timed_out = !status;
  }
  if (!status) status = end_group(child);
  result.exit_code = WIFEXITED(*status) ? WEXITSTATUS(*status) : 128 + WTERMSIG(*status);
  return result;
}

std::string find_program(const std::string& name) {
  if (name.find('/') != std::string::npos) return is_program(name) ? name : "";
  const char* path = std::getenv("PATH");
  std::istringstream folders(path != nullptr ? path : "/usr/bin:/bin");
  for (std::string folder; std::getline(folders, folder, ':');) {
    const std::string candidate = (std::filesystem::path(folder) / name).string();
    if (is_program(candidate)) return candidate;
  }
  return {};
}

}  // namespace sohoa
