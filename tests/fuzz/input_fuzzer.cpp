// Any file that a user hands in, image or PDF: looked into, then its first pages decoded.

#include <algorithm>
#include <cstdlib>

#include "pipeline/acquire/acquire.h"
#include "pipeline/base/error.h"
#include "tests/fuzz/scratch_file.h"

namespace {

constexpr int kPagesMax = 3;

}  // namespace

extern "C" int LLVMFuzzerInitialize(int*, char***) {
  // Without programs no page is drawn by a child, which the fuzzer could not look into.
  ::setenv("PATH", "", 1);
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const sohoa::AcquireSettings settings{.image_dpi = 300, .image_mpixels_max = 4};
  try {
    const sohoa::InputFile input =
        sohoa::open_input(sohoa::test::scratch_file(data, size), "input", settings);
    sohoa::PageLoader loader(settings);
    for (int number = 1; number <= std::min(input.page_count, kPagesMax); ++number) {
      loader.load(input, number);
    }
  } catch (const sohoa::Error&) {
    return 0;
  }
  return 0;
}
