#pragma once

#include <map>
#include <optional>
#include <qpdf/QPDF.hh>
#include <set>
#include <string>
#include <vector>

#include "models/record/finding.h"
#include "pipeline/package/pdf/pdf_bytes.h"
#include "pipeline/package/pdf/pdf_stream_data.h"
#include "pipeline/package/pdfa/pdfa_rules.h"
#include "pipeline/package/pdfa/pdfa_xml.h"

namespace sohoa {

/// The violations found so far, one entry a clause, in the order the clauses were first met.
class PdfaReport {
 public:
  explicit PdfaReport(std::string subject) : subject_(std::move(subject)) {}

  /// `clause` as part 2 numbers it, "6.1.7.1-endstream" (see clause_in); `reason` says where and
  /// what. Nothing when the part that is claimed has no such rule.
  void violates(const std::string& clause, const std::string& reason);
  void claims_part(int part) { part_ = part; }
  bool empty() const { return findings_.empty(); }
  std::vector<Finding> findings() const;

 private:
  std::string subject_;
  int part_ = 2;
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

  const PdfaRules& rules() const { return rules_of(part); }
};

/// `object 12`, for reasons.
std::string place_of(QPDFObjectHandle object);

// The checks, by the clauses of ISO 19005-2 they look at.
void check_syntax(PdfaSubject& subject);       // 6.1.2, 6.1.3, 6.1.6, 6.1.7.1, 6.1.9
void check_objects(PdfaSubject& subject);      // 6.1.7, 6.1.8, 6.1.13, 6.2.8, 6.2.9, 6.5.1, 6.8
void check_catalog(PdfaSubject& subject);      // 6.1.12, 6.4, 6.5.2, 6.9 – 6.11
void check_metadata(PdfaSubject& subject);     // 6.6; sets wants_unicode and part
void check_pages(PdfaSubject& subject);        // 6.1.13, 6.2.2 – 6.2.6, 6.2.10, 6.2.11
void check_annotations(PdfaSubject& subject);  // 6.3
void check_cross_references(PdfaSubject& subject);  // 6.1.4
/// What the information dictionary and the metadata both say (ISO 19005-1, 6.7.3), of part 1 only.
void check_information(PdfaSubject& subject);

/// The document's metadata; nothing when they are no XML.
std::optional<XmlElement> metadata_of(PdfaSubject& subject);

// Parts of the above that stand in files of their own.
void check_image(PdfaSubject& subject, QPDFObjectHandle image);  // 6.2.8
void find_associated_files(PdfaSubject& subject);
/// 6.8, of a file specification or an embedded file.
void check_embedded(PdfaSubject& subject, QPDFObjectHandle dictionary, const std::string& place);

}  // namespace sohoa
