#include "pipeline/package/paper_check.h"

#include <algorithm>
#include <map>
#include <optional>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <span>
#include <stdexcept>
#include <vector>

#include "pipeline/base/digest.h"
#include "pipeline/package/package_names.h"
#include "pipeline/package/pdf/pdf_input.h"
#include "pipeline/package/pdfa/pdfa_lint.h"
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

/// Reads a PDF once from its beginning.
class RunningDigest {
 public:
  explicit RunningDigest(const PdfBytes& pdf) : pdf_(pdf), piece_(kPieceBytes) {}

  /// The SHA-256 of its first `bytes`, not fewer than the last time; nothing when it is shorter.
  std::optional<std::string> up_to(std::uint64_t bytes) {
    if (bytes > static_cast<std::uint64_t>(pdf_.size())) return std::nullopt;
    while (done_ < bytes) {
      const std::span<std::uint8_t> wanted(piece_.data(), std::min(kPieceBytes, bytes - done_));
      const std::size_t got = pdf_.read_at(static_cast<long long>(done_), wanted);
      if (got == 0) return std::nullopt;
      digest_.add({piece_.data(), got});
      done_ += got;
    }
    return digest_.hex_so_far();
  }

 private:
  static constexpr std::uint64_t kPieceBytes = 1 << 18;

  const PdfBytes& pdf_;
  Bytes piece_;
  Sha256 digest_;
  std::uint64_t done_ = 0;
};

/// Of each PDF, the smallest first.
using SigningsByPath = std::map<std::string, std::vector<const Signing*>>;

SigningsByPath signings_of(const Record& record) {
  SigningsByPath signings;
  for (const Signing& signing : record.signings) signings[signing.before.path].push_back(&signing);
  for (auto& [path, of_path] : signings) {
    std::stable_sort(of_path.begin(), of_path.end(), [](const Signing* a, const Signing* b) {
      return a->before.bytes < b->before.bytes;
    });
  }
  return signings;
}

/// Signing appends: what was signed still begins the PDF.
void check_signings(const PdfBytes& pdf, const SigningsByPath& signings,
                    PackageFindings& findings) {
  const auto of_pdf = signings.find(pdf.name());
  if (of_pdf == signings.end()) return;
  RunningDigest digest(pdf);
  for (const Signing* signing : of_pdf->second) {
    if (digest.up_to(signing->before.bytes) == signing->before.sha256) continue;
    findings.add("package.signing", pdf.name(),
                 "does not begin with what " + signing->signer + " signed");
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
  const SigningsByPath signings = signings_of(record);
  const bool lint = settings.papers == PaperCheck::kPageCountAndLint && claims_pdfa(record);
  for (const Paper& paper : record.dossier.papers) {
    const auto found = entries.find(pdf_path_of(paper));
    if (found == entries.end()) continue;
    with_zipped_pdf(zip, *found->second, settings.work_folder, [&](const PdfBytes& pdf) {
      check_pdf(pdf, paper, lint, findings);
      check_signings(pdf, signings, findings);
    });
  }
}

}  // namespace sohoa
