#include "pipeline/package/sign_record/record_signatures.h"

#include "pipeline/base/error.h"
#include "pipeline/package/zip/zip_limits.h"
#include "pipeline/package/zipped_pdf.h"

namespace sohoa {

std::vector<SignatureReport> verify_record_signatures(const std::filesystem::path& path,
                                                      const VerifySettings& settings) {
  const ZipReader zip(path);
  for (const Finding& fault : check_entries(zip.entries(), ZipLimits{})) {
    throw Error(ExitCode::kInput, path.string() + " " + fault.subject, fault.reason,
                "get the package again from its maker");
  }
  std::vector<SignatureReport> reports;
  for (const ZipEntry* entry : paper_entries(zip)) {
    with_zipped_pdf(zip, *entry, {}, [&](const PdfBytes& pdf) {
      reports.push_back(verify_signatures(pdf.name(), pdf.all(), settings));
    });
  }
  if (reports.empty()) {
    throw Error(ExitCode::kInput, path.string(), "holds no PDF", "name a package or a PDF");
  }
  return reports;
}

}  // namespace sohoa
