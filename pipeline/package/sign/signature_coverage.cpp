#include "pipeline/package/sign/signature_coverage.h"

#include <set>
#include <utility>

#include "pipeline/package/sign/document_permissions.h"
#include "pipeline/package/sign/revision.h"

namespace sohoa {

namespace {

constexpr char kNoRevision[] = "what was signed is no whole revision";

/// Whether signatures other than time stamps were added behind `end`.
bool signed_behind(PdfDocument& document, std::size_t end) {
  PdfDocument revision(document.name(), document.bytes().first(end));
  std::set<QPDFObjGen> before;
  for (const SignatureField& one : signature_fields(revision.qpdf()).fields) {
    before.insert(one.field.getObjGen());
  }
  for (SignatureField& one : signature_fields(document.qpdf()).fields) {
    const bool stamp = one.signature.getKey("/SubFilter").isNameAndEquals("/ETSI.RFC3161");
    if (!stamp && !before.contains(one.field.getObjGen())) return true;
  }
  return false;
}

}  // namespace

std::vector<std::string> changes_behind(PdfDocument& document, std::size_t end) {
  const ByteView all = document.bytes();
  if (last_section_offset(all) < static_cast<long long>(end)) {
    return {"bytes that belong to no revision"};
  }
  try {
    PdfDocument revision(document.name(), all.first(end));
    std::vector<std::string> changes = changes_since(revision, document);
    if (!revision.damage().empty()) changes.emplace_back(kNoRevision);
    if (!document.damage().empty()) changes.emplace_back("the file was damaged");
    return changes;
  } catch (const std::exception&) {
    return {kNoRevision};
  }
}

Coverage coverage_of(const SignatureField& field, const ByteRange& range, PdfDocument& document) {
  if (range.end == document.bytes().size()) return {SignatureCoverage::kWholeFile, {}};
  std::vector<std::string> changes = changes_behind(document, range.end);
  if (changes.empty() && permission_of(field.signature) == Permission::kNothing &&
      signed_behind(document, range.end)) {
    changes.emplace_back("a signature was added, which its author forbade");
  }
  const bool kept = changes.empty();
  return {kept ? SignatureCoverage::kEarlierRevision : SignatureCoverage::kChangedSince,
          std::move(changes)};
}

}  // namespace sohoa
