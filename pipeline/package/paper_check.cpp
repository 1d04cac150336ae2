#include "pipeline/package/paper_check.h"

#include <algorithm>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <stdexcept>

#include "pipeline/base/spool.h"
#include "pipeline/package/package_names.h"
#include "pipeline/package/pdfa_lint.h"

namespace sohoa {

namespace {

/// -1 when the PDF cannot be opened.
int page_count_of(const std::filesystem::path& file) {
  try {
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.setAttemptRecovery(false);
    pdf.processFile(file.c_str());
    return static_cast<int>(pdf.getAllPages().size());
  } catch (const std::exception&) {
    return -1;
  }
}

void add_lint(const std::filesystem::path& pdf, const std::string& name,
              PackageFindings& findings) {
  try {
    findings.add_all(lint_paper(pdf, name));
  } catch (const std::exception&) {
    findings.add("package.paper-damaged", name, "it cannot be read as a PDF");
  }
}

// As the settings in record.json name it.
bool claims_pdfa(const Record& record) {
  return std::find(record.settings.begin(), record.settings.end(),
                   std::pair<std::string, std::string>("output-type", "pdf")) ==
         record.settings.end();
}

}  // namespace

std::vector<Finding> lint_paper(const std::filesystem::path& pdf, const std::string& name) {
  std::vector<Finding> findings = lint_pdfa(pdf);
  for (Finding& finding : findings) finding.subject = name;
  return findings;
}

void check_papers(const ZipReader& zip, const EntriesByName& entries, const Record& record,
                  const PackageCheckSettings& settings, PackageFindings& findings) {
  const bool lint = settings.papers == PaperCheck::kPageCountAndLint && claims_pdfa(record);
  for (const Paper& paper : record.dossier.papers) {
    const std::string path = pdf_path_of(paper);
    const auto entry = entries.find(path);
    if (entry == entries.end()) continue;
    Spool pdf(settings.work_folder);
    zip.read(*entry->second, [&](ByteView piece) { pdf.append(piece); });
    const int count = page_count_of(pdf.path());
    if (count < 0) {
      findings.add("package.paper-damaged", path, "it cannot be opened as a PDF");
    } else if (count != static_cast<int>(paper.pages.size())) {
      findings.add("package.paper-pages", path, "it does not have the pages of its paper");
    } else if (lint) {
      add_lint(pdf.path(), path, findings);
    }
  }
}

}  // namespace sohoa
