#include "pipeline/base/memory.h"

#include <cstdint>
#include <cstdlib>

#if defined(__GLIBC__)  // known once a header of the C library is read
#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>
#endif

namespace sohoa {

#if defined(__GLIBC__)

namespace {

constexpr int kHeapBytes = 192 << 20;       // the blocks of several pages fit into it
constexpr int kMappedBytesMin = 256 << 20;  // larger blocks go straight to the system
constexpr int kKeptBytesMax = 512 << 20;    // more than the heap as it begins, or it is cut at once

// The C library grows its heap by what is asked of it, and keeps it when that is freed.
void grow_heap() {
  void* volatile block = std::malloc(kHeapBytes);
  std::free(block);
}

}  // namespace

void keep_blocks_in_large_pages() {
  ::mallopt(M_MMAP_THRESHOLD, kMappedBytesMin);
  ::mallopt(M_TRIM_THRESHOLD, kKeptBytesMax);
  ::mallopt(M_ARENA_MAX, 1);
  const auto begin = reinterpret_cast<std::uintptr_t>(::sbrk(0));
  grow_heap();
  const auto end = reinterpret_cast<std::uintptr_t>(::sbrk(0));
  const auto page = static_cast<std::uintptr_t>(::sysconf(_SC_PAGESIZE));
  const std::uintptr_t first = (begin + page - 1) / page * page;
  // A wish: refused, or granted in part, it costs time only.
  if (end > first) ::madvise(reinterpret_cast<void*>(first), end - first, MADV_HUGEPAGE);
}

#else

void keep_blocks_in_large_pages() {}

#endif

}  // namespace sohoa
