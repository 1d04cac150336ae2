// A PDF that is to be looked through: as PDF/A, and for what stands in it.

#include "pipeline/base/error.h"
#include "pipeline/package/pdf/pdf_on_disk.h"
#include "pipeline/package/pdf/pdf_survey.h"
#include "pipeline/package/pdfa/pdfa_lint.h"
#include "tests/fuzz/scratch_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    const std::filesystem::path file = sohoa::test::scratch_file(data, size);
    sohoa::survey_pdf(sohoa::PdfOnDisk::open(file));
    sohoa::lint_pdfa(file);
  } catch (const sohoa::Error&) {
    return 0;
  }
  return 0;
}
