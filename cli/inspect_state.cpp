#include <algorithm>

#include "cli/inspect_formats.h"

namespace sohoa {

namespace {

bool any_error(const std::vector<Finding>& findings) {
  return std::any_of(findings.begin(), findings.end(),
                     [](const Finding& finding) { return finding.severity == Severity::kError; });
}

}  // namespace

bool is_accepted(const Field& field) { return field.doubt == FieldDoubt::kNone && !field.by_hand; }

bool needs_a_person(const Dossier& dossier) {
  return any_error(dossier.findings) ||
         std::any_of(dossier.papers.begin(), dossier.papers.end(),
                     [](const Paper& paper) {
                       return any_error(paper.findings) ||
                              !std::all_of(paper.fields.begin(), paper.fields.end(), is_accepted);
                     }) ||
         std::any_of(dossier.pages.begin(), dossier.pages.end(), [](const PageAccount& page) {
           return any_error(page.findings) || page.set_aside == SetAside::kFailed;
         });
}

}  // namespace sohoa
