#include "pipeline/package/paper_check.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <stdexcept>

#include "pipeline/base/spool.h"
#include "pipeline/package/package_names.h"

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

}  // namespace

void check_papers(const ZipReader& zip, const EntriesByName& entries, const Record& record,
                  const PackageCheckSettings& settings, PackageFindings& findings) {
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
    }
  }
}

}  // namespace sohoa
