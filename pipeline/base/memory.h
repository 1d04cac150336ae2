#pragma once

namespace sohoa {

/// From then on the C library keeps freed blocks of a page's size for the next page instead of
/// handing them back to the system, whose fresh ones cost a fault for every 4 KB. For the whole
/// process, before its threads start. Does nothing where the C library is not glibc.
void keep_freed_blocks();

}  // namespace sohoa
