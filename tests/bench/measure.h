#pragma once

#include <string>
#include <utility>
#include <vector>

namespace sohoa::test {

/// What a program used, with all that it started and waited for.
struct Usage {
  double cpu_seconds = 0;  // user and system
  double wall_seconds = 0;
  double peak_mb = 0;  // of the largest of its processes, resident, in 10^6 bytes
};

using Environment = std::vector<std::pair<std::string, std::string>>;

/// Runs a program of PATH to its end, its output thrown away, with additions to the environment,
/// and asks the kernel (wait4) what it used. Throws Error (kDependency) when the program is missing
/// or ends with anything but 0 or 3 (done, needs a person).
Usage run_measured(const std::vector<std::string>& command, const Environment& environment);

/// Processor time that this thread has used, in milliseconds.
double thread_ms();

/// Processor time of this thread that a call uses, in milliseconds.
template <class Call>
double ms_of(const Call& call) {
  const double begin = thread_ms();
  call();
  return thread_ms() - begin;
}

/// The middle value; of an even count, the mean of the two in the middle. 0 of none.
double median(std::vector<double> values);

}  // namespace sohoa::test
