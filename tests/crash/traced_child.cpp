#include "tests/crash/traced_child.h"

#include <signal.h>
#include <sys/ptrace.h>
#include <sys/wait.h>
#include <unistd.h>

#include <climits>

namespace sohoa::test {

namespace {

constexpr int kSyscallStop = SIGTRAP | 0x80;  // with PTRACE_O_TRACESYSGOOD

pid_t start_traced(const std::function<void()>& work) {
  const pid_t child = ::fork();
  if (child != 0) return child;
  if (::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) != 0) ::_exit(1);
  ::raise(SIGSTOP);
  work();
  ::_exit(0);
}

/// Lets the child run to the given step of the kernel; returns the number of steps that it took
/// when it ended before, -1 when it could not be traced.
int run_to_step(pid_t child, int step) {
  int status = 0;
  if (::waitpid(child, &status, 0) != child || !WIFSTOPPED(status)) return -1;
  ::ptrace(PTRACE_SETOPTIONS, child, nullptr, PTRACE_O_TRACESYSGOOD | PTRACE_O_EXITKILL);
  int steps = 0;
  long signal = 0;
  while (steps < step) {
    ::ptrace(PTRACE_SYSCALL, child, nullptr, signal);
    if (::waitpid(child, &status, 0) != child || !WIFSTOPPED(status)) return steps;
    const bool at_kernel = WSTOPSIG(status) == kSyscallStop;
    signal = at_kernel ? 0 : WSTOPSIG(status);
    if (at_kernel) ++steps;
  }
  return steps;
}

}  // namespace

int count_kernel_steps(const std::function<void()>& work) {
  return run_to_step(start_traced(work), INT_MAX);
}

bool kill_at_kernel_step(const std::function<void()>& work, int step) {
  const pid_t child = start_traced(work);
  if (run_to_step(child, step) < step) return false;
  ::kill(child, SIGKILL);
  return ::waitpid(child, nullptr, 0) == child;
}

int exit_status_of(const std::function<int()>& work) {
  const pid_t child = ::fork();
  if (child == 0) ::_exit(work());
  int status = 0;
  if (::waitpid(child, &status, 0) != child) return -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace sohoa::test
