#pragma once

#include "pipeline/base/process.h"

namespace sohoa::test {

/// For running the program under test: a sanitizer maps terabytes, so with one in it the address
/// space has no limit.
ProcessLimits program_limits();

}  // namespace sohoa::test
