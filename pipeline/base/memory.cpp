#include "pipeline/base/memory.h"

#include <cstddef>
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
  auto* const begin = static_cast<std::byte*>(::sbrk(0));
  grow_heap();
  auto* const end = static_cast<std::byte*>(::sbrk(0));
  const auto page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
  const std::size_t past = reinterpret_cast<std::uintptr_t>(begin) % page;
  std::byte* const first = past == 0 ? begin : begin + (page - past);
  // A wish: refused, or granted in part, it costs time only.
  if (end > first) ::madvise(first, static_cast<std::size_t>(end - first), MADV_HUGEPAGE);
}

#else

void keep_blocks_in_large_pages() {}

#endif

}  // namespace sohoa
