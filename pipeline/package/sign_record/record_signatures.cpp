#include "pipeline/package/sign_record/record_signatures.h"

#include "pipeline/base/error.h"
#include "pipeline/package/zip/zip_limits.h"
#include "pipeline/package/zipped_pdf.h"

namespace sohoa {

namespace {

SignatureReport unreadable(const ZipEntry& entry, const Error& error) {
  SignatureReport report;
  report.file = entry.name;
  report.findings.push_back({"signature.file-unreadable", Severity::kError, entry.name,
                             error.reason(), error.remedy(), std::nullopt});
  return report;
}

}  // namespace

std::vector<SignatureReport> verify_record_signatures(const std::filesystem::path& path,
                                                      const VerifySettings& settings) {
  const ZipReader zip(path);
  for (const Finding& fault : check_entries(zip.entries(), ZipLimits{})) {
    throw Error(ExitCode::kInput, path.string() + " " + fault.subject, fault.reason,
                "get the package again from its maker");
  }
  std::vector<SignatureReport> reports;
  for (const ZipEntry* entry : paper_entries(zip)) {
    try {
      with_zipped_pdf(zip, *entry, {}, [&](const PdfBytes& pdf) {
        reports.push_back(verify_signatures(pdf.name(), pdf.all(), settings));
      });
    } catch (const Error& error) {  // the others are looked at all the same
      if (error.code() != ExitCode::kInput) throw;
      reports.push_back(unreadable(*entry, error));
    }
  }
  if (reports.empty()) {
    throw Error(ExitCode::kInput, path.string(), "holds no PDF", "name a package or a PDF");
  }
  return reports;
}

}  // namespace sohoa
