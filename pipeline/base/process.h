#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace sohoa {

struct ProcessLimits {
  int seconds_max = 60;                          // wall clock
  std::uint64_t memory_bytes_max = 2ULL << 30;   // address space of the child
  std::uint64_t output_bytes_max = 1ULL << 30;   // of standard output
  std::uint64_t message_bytes_max = 1ULL << 16;  // of standard error, the rest is dropped
};

struct ProcessResult {
  int exit_code = 0;  // 128 + signal when a signal ended it
  bool timed_out = false;
  bool output_too_large = false;
  std::string output;    // standard output
  std::string messages;  // standard error
};

/// Runs a program (looked up in PATH, no shell) with standard input from /dev/null, and waits for
/// it. The child dies with its parent, and what it started with it when a limit ends it. Throws
/// Error (kDependency) when the program is missing.
ProcessResult run_process(const std::vector<std::string>& command, const ProcessLimits& limits);

/// Where PATH finds the program; empty when it does not.
std::string find_program(const std::string& name);

}  // namespace sohoa
