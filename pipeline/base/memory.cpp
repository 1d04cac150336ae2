#include "pipeline/base/memory.h"

#include <cstdlib>

#if defined(__GLIBC__)
#include <malloc.h>
#endif

namespace sohoa {

void keep_freed_blocks() {
#if defined(__GLIBC__)
  constexpr int kMappedBytesMin = 256 << 20;  // larger ones still go straight to the system
  constexpr int kKeptBytesMax = 128 << 20;    // at the heap's end
  ::mallopt(M_MMAP_THRESHOLD, kMappedBytesMin);
  ::mallopt(M_TRIM_THRESHOLD, kKeptBytesMax);
#endif
}

}  // namespace sohoa
