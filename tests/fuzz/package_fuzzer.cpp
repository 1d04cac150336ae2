// A zip that is said to be a package of ours.

#include "pipeline/base/error.h"
#include "pipeline/package/verify.h"
#include "tests/fuzz/scratch_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    sohoa::verify_package(sohoa::test::scratch_file(data, size));
  } catch (const sohoa::Error&) {
    return 0;
  }
  return 0;
}
