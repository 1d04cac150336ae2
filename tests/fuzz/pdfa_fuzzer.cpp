// A PDF that is to be looked through as PDF/A.

#include "pipeline/base/error.h"
#include "pipeline/package/pdfa/pdfa_lint.h"
#include "tests/fuzz/scratch_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    sohoa::lint_pdfa(sohoa::test::scratch_file(data, size));
  } catch (const sohoa::Error&) {
    return 0;
  }
  return 0;
}
