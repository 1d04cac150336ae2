// A PDF whose signatures are to be looked at.

#include "pipeline/base/error.h"
#include "pipeline/package/sign/verify_signatures.h"
#include "tests/fuzz/scratch_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::int64_t kNow = 1795660200;
  try {
    sohoa::verify_signatures(sohoa::test::scratch_file(data, size), {{}, kNow});
  } catch (const sohoa::Error&) {
    return 0;
  }
  return 0;
}
