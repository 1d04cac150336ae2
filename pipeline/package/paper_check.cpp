#include "pipeline/package/paper_check.h"

#include <algorithm>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <stdexcept>

#include "pipeline/base/spool.h"
#include "pipeline/package/package_names.h"
#include "pipeline/package/pdf/pdf_input.h"
#include "pipeline/package/pdfa/pdfa_lint.h"

namespace sohoa {

namespace {

/// A PDF that is stored in the zip.
class ZippedPdf : public PdfBytes {
 public:
  ZippedPdf(const ZipReader& zip, const ZipEntry& entry)
      : PdfBytes(entry.name, static_cast<long long>(entry.bytes)), entry_(zip, entry) {}

 private:
  std::size_t read_inside(std::uint64_t offset, std::span<std::uint8_t> out) const override {
    return entry_.read_at(offset, out);
  }

  StoredEntry entry_;
};

/// -1 when the PDF cannot be opened.
int page_count_of(const PdfBytes& bytes) {
  try {
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.setAttemptRecovery(false);
    pdf.processInputSource(input_source_of(bytes));
    return static_cast<int>(pdf.getAllPages().size());
  } catch (const std::exception&) {
    return -1;
  }
}

void add_lint(const PdfBytes& pdf, PackageFindings& findings) {
  try {
    findings.add_all(lint_pdfa(pdf));
  } catch (const std::exception&) {
    findings.add("package.paper-damaged", pdf.name(), "it cannot be read as a PDF");
  }
}

void check_pdf(const PdfBytes& pdf, const Paper& paper, bool lint, PackageFindings& findings) {
  const int count = page_count_of(pdf);
  if (count < 0) {
    findings.add("package.paper-damaged", pdf.name(), "it cannot be opened as a PDF");
  } else if (count != static_cast<int>(paper.pages.size())) {
    findings.add("package.paper-pages", pdf.name(), "it does not have the pages of its paper");
  } else if (lint) {
    add_lint(pdf, findings);
  }
}

// As the settings in record.json name it.
bool claims_pdfa(const Record& record) {
  return std::find(record.settings.begin(), record.settings.end(),
                   std::pair<std::string, std::string>("output-type", "pdf")) ==
         record.settings.end();
}

}  // namespace

void check_papers(const ZipReader& zip, const EntriesByName& entries, const Record& record,
                  const PackageCheckSettings& settings, PackageFindings& findings) {
  const bool lint = settings.papers == PaperCheck::kPageCountAndLint && claims_pdfa(record);
  for (const Paper& paper : record.dossier.papers) {
    const auto found = entries.find(pdf_path_of(paper));
    if (found == entries.end()) continue;
    const ZipEntry& entry = *found->second;
    if (entry.stored) {
      check_pdf(ZippedPdf(zip, entry), paper, lint, findings);
      continue;
    }
    Spool unpacked(settings.work_folder);
    zip.read(entry, [&](ByteView piece) { unpacked.append(piece); });
    check_pdf(SpooledPdf(entry.name, unpacked, {0, unpacked.size()}), paper, lint, findings);
  }
}

}  // namespace sohoa
