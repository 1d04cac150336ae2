#pragma once

#include <map>
#include <string>
#include <vector>

#include "models/record/package.h"
#include "pipeline/package/pdf/pdf_bytes.h"
#include "pipeline/package/zip/package_findings.h"

namespace sohoa {

/// What record.json tells of signings against the papers' PDFs. The record must live longer.
class SigningCheck {
 public:
  explicit SigningCheck(const Record& record);

  /// Signing appends: what was signed still begins the PDF.
  void check_beginnings(const PdfBytes& pdf, PackageFindings& findings) const;

  /// The PDF's signatures are those that record.json tells of: as many, by whom and when. Whether
  /// they hold is another question (verify_signatures).
  void check_signatures(const PdfBytes& pdf, PackageFindings& findings) const;

 private:
  std::map<std::string, std::vector<const Signing*>> signings_;  // by path, the smallest PDF first
};

}  // namespace sohoa
