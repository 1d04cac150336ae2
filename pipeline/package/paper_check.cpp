#include "pipeline/package/paper_check.h"

#include <algorithm>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <stdexcept>

#include "pipeline/package/package_names.h"
#include "pipeline/package/pdf/pdf_input.h"
#include "pipeline/package/pdfa/pdfa_lint.h"
#include "pipeline/package/signing_check.h"
#include "pipeline/package/zipped_pdf.h"

namespace sohoa {

namespace {

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
  const SigningCheck signings(record);
  const bool lint = settings.papers == PaperCheck::kPageCountAndLint && claims_pdfa(record);
  for (const Paper& paper : record.dossier.papers) {
    const auto found = entries.find(pdf_path_of(paper));
    if (found == entries.end()) continue;
    with_zipped_pdf(zip, *found->second, settings.work_folder, [&](const PdfBytes& pdf) {
      check_pdf(pdf, paper, lint, findings);
      signings.check_beginnings(pdf, findings);
      if (settings.papers == PaperCheck::kPageCountAndLint) {
        signings.check_signatures(pdf, findings);
      }
    });
  }
}

}  // namespace sohoa
