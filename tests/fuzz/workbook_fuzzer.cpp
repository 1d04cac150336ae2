// A zip that is said to be the table of a civil-status book.

#include "pipeline/base/error.h"
#include "pipeline/package/workbook_reader.h"
#include "pipeline/package/zip/zip_limits.h"
#include "tests/fuzz/scratch_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    const sohoa::ZipReader zip(sohoa::test::scratch_file(data, size));
    if (sohoa::check_entries(zip.entries(), sohoa::ZipLimits{}).empty()) {
      sohoa::column_of_workbook(zip, "STT");
    }
  } catch (const sohoa::Error&) {
    return 0;
  }
  return 0;
}
