#include "pipeline/package/sign/verify_signatures.h"

#include <algorithm>
#include <utility>

#include "pipeline/base/error.h"
#include "pipeline/package/pdf/pdf_signature_traces.h"
#include "pipeline/package/sign/loaded_pdf.h"
#include "pipeline/package/sign/signature_judge.h"

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
    SignatureFields found = signature_fields(document.qpdf());
    std::vector<SignatureField>& fields = found.fields;
    if (fields.size() > kSignaturesMax || !found.complete) {
      report.findings.push_back(file_finding(report.file, "too-many", Severity::kError,
                                             "carries more signatures than are looked at",
                                             "ask its sender for a plain copy"));
      fields.resize(std::min(fields.size(), kSignaturesMax));
    }
    SignatureJudge judge(document, settings);
    for (const SignatureField& field : fields) report.signatures.push_back(judge.judge(field));
    const std::vector<long long> traces = signature_traces(document.file());
    const bool hides = std::any_of(traces.begin(), traces.end(), [&](long long gap) {
      return !judge.knows_gap(static_cast<std::size_t>(gap));
    });
    if (hides && found.complete) {
      report.findings.push_back(file_finding(report.file, "hidden", Severity::kError,
                                             "holds a signature that it does not show any more",
                                             "do not rely on it; ask for a sound copy"));
    }
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
