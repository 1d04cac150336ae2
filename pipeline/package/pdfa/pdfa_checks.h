#pragma once

#include <map>
#include <qpdf/QPDF.hh>
#include <set>
#include <string>
#include <vector>

#include "models/record/finding.h"
#include "pipeline/package/pdf/pdf_bytes.h"
#include "pipeline/package/pdf/pdf_stream_data.h"

namespace sohoa {

/// The violations found so far, one entry a clause, in the order the clauses were first met.
class PdfaReport {
 public:
  explicit PdfaReport(std::string subject) : subject_(std::move(subject)) {}

  /// `clause` as "6.1.7.1-endstream"; `reason` says where and what.
  void violates(const std::string& clause, const std::string& reason);
  bool empty() const { return findings_.empty(); }
  std::vector<Finding> findings() const;

 private:
  std::string subject_;
  std::vector<Finding> findings_;
  std::map<std::string, int> counts_;
};

/// A file under the lint.
struct PdfaSubject {
  QPDF& pdf;
  const PdfBytes& bytes;
  PdfaReport& report;
  bool wants_unicode = true;                   // level U or A is claimed
  int part = 2;                                // of ISO 19005, that is claimed
  std::set<QPDFObjGen> associated_files = {};  // specifications in some /AF
};

/// `object 12`, for reasons.
std::string place_of(QPDFObjectHandle object);

// The checks, by the part of ISO 19005-2 they look at.
void check_syntax(PdfaSubject& subject);       // 6.1.2, 6.1.3, 6.1.6, 6.1.7.1, 6.1.9
void check_objects(PdfaSubject& subject);      // 6.1.7, 6.1.8, 6.1.13, 6.2.8, 6.2.9, 6.5.1, 6.8
void check_catalog(PdfaSubject& subject);      // 6.1.12, 6.4, 6.5.2, 6.9 – 6.11
void check_metadata(PdfaSubject& subject);     // 6.6; sets wants_unicode and part
void check_pages(PdfaSubject& subject);        // 6.1.13, 6.2.2 – 6.2.6, 6.2.10, 6.2.11
void check_annotations(PdfaSubject& subject);  // 6.3

// Parts of the above that stand in files of their own.
void check_image(PdfaSubject& subject, QPDFObjectHandle image);  // 6.2.8
void find_associated_files(PdfaSubject& subject);
/// 6.8, of a file specification or an embedded file.
void check_embedded(PdfaSubject& subject, QPDFObjectHandle dictionary, const std::string& place);

}  // namespace sohoa
