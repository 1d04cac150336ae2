#pragma once

#include <string>
#include <vector>

#include "pipeline/package/package.h"
#include "pipeline/package/zip/package_files.h"

namespace sohoa {

/// The files of one paper while its pages come in: a PDF, a text, an ALTO file for each page.
class PaperFiles {
 public:
  PaperFiles(const Paper& paper, const PackageSettings& settings, Spool& spool);

  void add_page(const PageAccount& account, const ScannedPage& page, const TextPage& text);

  /// What was understood of the paper meanwhile, for the record inside a PDF/A-3u.
  void describe(const Paper& paper) { paper_ = paper; }

  /// Call once.
  std::vector<PackageFile> finish();

  int number() const { return paper_.number; }
  /// After finish(): what is wrong with the PDF, where PDF/A was asked for.
  const std::vector<Finding>& findings() const { return findings_; }

 private:
  bool carries_files() const { return settings_.pdf.output_type == OutputType::kPdfA3u; }
  void attach_record();

  Paper paper_;
  const PackageSettings& settings_;
  Spool& spool_;
  PdfWriter pdf_;
  PackageFileBuilder text_;
  std::vector<PageAccount> accounts_;
  std::vector<PackageFile> files_;
  std::vector<Finding> findings_;
};

/// A PDF that holds the scan of one page and no words.
PackageFile scan_only_pdf(const PageAccount& account, const ScannedPage& page,
                          const PackageSettings& settings, Spool& spool);

}  // namespace sohoa
