#include "pipeline/package/pdfa/pdfa_lint.h"

#include <qpdf/QPDFExc.hh>

#include "pipeline/base/error.h"
#include "pipeline/package/pdf/pdf_input.h"
#include "pipeline/package/pdf/pdf_on_disk.h"
#include "pipeline/package/pdfa/pdfa_checks.h"

namespace sohoa {

namespace {

using Check = void (*)(PdfaSubject&);

// Metadata first: the level it claims decides what text must be mapped to Unicode, the part
// which files may be inside.
constexpr Check kChecks[] = {check_metadata,         check_information, check_syntax,
                             check_cross_references, check_objects,     check_catalog,
                             check_annotations,      check_pages};

Error not_a_pdf(const std::string& name, const std::string& reason) {
  return Error(ExitCode::kInput, name, reason, "check that it is a PDF file");
}

/// Whether libqpdf could open it: an encrypted file has its finding and no more.
bool opened(QPDF& pdf, const PdfBytes& bytes, PdfaReport& report) {
  try {
    pdf.setSuppressWarnings(true);
    pdf.processInputSource(input_source_of(bytes));
  } catch (const Error&) {  // of the disk
    throw;
  } catch (const QPDFExc& failure) {
    if (failure.getErrorCode() != qpdf_e_password)
      throw not_a_pdf(bytes.name(), failure.getMessageDetail());
    report.violates("6.1.3-encrypt", "the file is encrypted");
    return false;
  } catch (const std::exception& failure) {  // of libqpdf too: numbers beyond its types
    throw not_a_pdf(bytes.name(), failure.what());
  }
  if (pdf.isEncrypted()) report.violates("6.1.3-encrypt", "the file is encrypted");
  return true;
}

void report_damage(PdfaSubject& subject) {
  const std::vector<QPDFExc> warnings = subject.pdf.getWarnings();
  if (warnings.empty() || !subject.report.empty()) return;
  subject.report.violates("6.1.4-damaged", warnings.front().getMessageDetail());
}

}  // namespace

void PdfaReport::violates(const std::string& clause, const std::string& reason) {
  const std::string own = clause_in(part_, clause);
  if (own.empty() || ++counts_[own] > 1) return;
  findings_.push_back({"pdfa." + own, Severity::kError, subject_, reason,
                       "make the file again with sohoa convert", std::nullopt});
}

std::vector<Finding> PdfaReport::findings() const {
  std::vector<Finding> findings = findings_;
  for (Finding& finding : findings) {
    const int more = counts_.at(finding.code.substr(finding.code.find('.') + 1)) - 1;
    if (more > 0) finding.reason += " (and " + std::to_string(more) + " more)";
  }
  return findings;
}

std::string place_of(QPDFObjectHandle object) {
  if (!object.isIndirect()) return "a direct object";
  return "object " + std::to_string(object.getObjectID());
}

std::vector<Finding> lint_pdfa(const PdfBytes& bytes) {
  PdfaReport report(bytes.name());
  QPDF pdf;
  if (!opened(pdf, bytes, report)) return report.findings();
  PdfaSubject subject{pdf, bytes, report};
  try {
    for (const Check check : kChecks) check(subject);
  } catch (const std::exception& failure) {
    report.violates("6.1.4-damaged", failure.what());
  }
  report_damage(subject);
  return report.findings();
}

std::vector<Finding> lint_pdfa(const std::filesystem::path& path) {
  return lint_pdfa(PdfOnDisk::open(path));
}

}  // namespace sohoa
