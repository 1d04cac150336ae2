#pragma once

#include <functional>

namespace sohoa::test {

/// How often a child enters or leaves the kernel while it does `work`, watched by ptrace(2).
/// -1 where tracing is not allowed.
int count_kernel_steps(const std::function<void()>& work);

/// Runs `work` in a child and kills it, as kill -9 does, at the given step. False when the work was
/// done before.
bool kill_at_kernel_step(const std::function<void()>& work, int step);

/// Runs `work` in a child; its exit status, or -1 when a signal ended it.
int exit_status_of(const std::function<int()>& work);

}  // namespace sohoa::test
