#pragma once

namespace sohoa {

/// From then on one heap serves all threads, keeps the freed blocks of a page for the next page,
/// and asks the system for pages of 2 MB: a fresh one costs a fault, and a scan's blocks are
/// thousands of small ones. Takes address space, not memory, until it is used. For the whole
/// process, before its threads start. Does nothing where the C library is not glibc (see its
/// mallopt(3), madvise(2)).
void keep_blocks_in_large_pages();

}  // namespace sohoa
