#include "pipeline/package/sign/verify_signatures.h"

#include <algorithm>
#include <utility>

#include "pipeline/base/error.h"
#include "pipeline/package/sign/signature_judge.h"
#include "pipeline/package/sign/signature_list.h"
#include "pipeline/package/sign/unsigned_pdf.h"

namespace sohoa {

namespace {

constexpr std::size_t kSignaturesMax = 64;

Finding file_finding(const std::string& file, const std::string& code, Severity severity,
                     const std::string& reason, const std::string& remedy) {
  return {"signature." + code, severity, file, reason, remedy, std::nullopt};
}

}  // namespace

SignatureReport verify_signatures(const std::filesystem::path& file,
                                  const VerifySettings& settings) {
  return verify_signatures(file.string(), read_pdf(file).bytes, settings);
}

SignatureReport verify_signatures(const std::string& name, ByteView pdf,
                                  const VerifySettings& settings) {
  PdfDocument document(name, pdf);
  SignatureReport report;
  report.file = name;
  try {
    std::vector<SignedField> fields = signed_fields(document);
    if (fields.size() > kSignaturesMax) {
      report.findings.push_back(file_finding(report.file, "too-many", Severity::kError,
                                             "carries more signatures than are looked at",
                                             "ask its sender for a plain copy"));
      fields.resize(kSignaturesMax);
    }
    SignatureJudge judge(document, settings);
    for (const SignedField& field : fields) report.signatures.push_back(judge.judge(field));
  } catch (const Error&) {
    throw;
  } catch (const std::exception& failure) {  // of libqpdf: damage met on the way
    throw Error(ExitCode::kInput, report.file, failure.what(), "check that it is a PDF file");
  }
  if (report.signatures.empty()) {
    report.findings.push_back(file_finding(report.file, "none", Severity::kError,
                                           "carries no signature", "sign it with sohoa sign"));
  }
  if (!document.damage().empty()) {
    report.findings.push_back(file_finding(report.file, "file-damaged", Severity::kWarning,
                                           "is damaged: " + document.damage(),
                                           "ask its sender for a sound copy"));
  }
  return report;
}

}  // namespace sohoa
