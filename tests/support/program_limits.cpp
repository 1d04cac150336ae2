#include "tests/support/program_limits.h"

#include <limits>

namespace sohoa::test {

ProcessLimits program_limits() {
  ProcessLimits limits;
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  limits.memory_bytes_max = std::numeric_limits<std::uint64_t>::max();
#endif
  return limits;
}

}  // namespace sohoa::test
