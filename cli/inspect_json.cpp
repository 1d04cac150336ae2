#include "cli/field_labels.h"
#include "cli/inspect_formats.h"
#include "models/record/json.h"
#include "models/record/json_names.h"
#include "models/record/json_numbers.h"

namespace sohoa {

namespace {

Json json_of(const Field& field, const PaperKind* kind) {
  Json json = {{"name", field.name},
               {"value", field.value},
               {"confidence", json_share(field.confidence)},
               {"method", name_in(kFieldMethodNames, field.method)},
               {"doubt", name_in(kFieldDoubtNames, field.doubt)},
               {"by_hand", field.by_hand},
               {"accepted", is_accepted(field)}};
  if (std::string label = field_label(field.name, kind); !label.empty()) json["label"] = label;
  if (!field.normalized.empty()) json["normalized"] = field.normalized;
  if (field.page > 0) json["page"] = field.page;
  if (!field.box.empty()) json["box"] = sohoa::json_of(field.box);
  return json;
}

Json json_of(const Paper& paper, const std::vector<PaperKind>& kinds) {
  const PaperKind* kind = kind_of(kinds, paper.kind);
  Json fields = Json::array();
  for (const Field& field : paper.fields) fields.push_back(json_of(field, kind));
  Json json = {{"number", paper.number},
               {"title", paper.title},
               {"pages", paper.pages},
               {"fields", std::move(fields)},
               {"findings", sohoa::json_of(paper.findings)}};
  if (!paper.kind.empty()) {
    json["kind"] = {{"id", paper.kind}, {"confidence", json_share(paper.kind_confidence)}};
    if (kind != nullptr) json["kind"]["title"] = {{"vi", kind->title.vi}, {"en", kind->title.en}};
  }
  if (!paper.cut.empty()) json["cut"] = paper.cut;
  return json;
}

Json json_of_aside(const PageAccount& page) {
  return {{"page", page.sequence},
          {"file", page.source.file},
          {"number", page.source.number},
          {"why", name_in(kSetAsideNames, *page.set_aside)},
          {"reason", page.set_aside_reason}};
}

}  // namespace

Json json_of_inspect(const InspectedRecord& inspected) {
  const Dossier& dossier = inspected.record.dossier;
  Json papers = Json::array(), aside = Json::array();
  Json findings = sohoa::json_of(dossier.findings);
  for (const Paper& paper : dossier.papers) papers.push_back(json_of(paper, inspected.kinds));
  for (const PageAccount& page : dossier.pages) {
    if (page.set_aside) aside.push_back(json_of_aside(page));
    for (const Finding& finding : page.findings) findings.push_back(sohoa::json_of(finding));
  }
  Json json = {{"schema", "sohoa.inspect/1"},
               {"file", inspected.file.string()},
               {"name", dossier.name},
               {"page_counts",
                {{"in", dossier.pages.size()},
                 {"out", dossier.pages.size() - aside.size()},
                 {"set_aside", aside.size()}}},
               {"papers", std::move(papers)},
               {"set_aside", std::move(aside)},
               {"findings", std::move(findings)},
               {"needs_a_person", needs_a_person(dossier)}};
  if (dossier.declared && !dossier.declared->dossier_code.empty()) {
    json["dossier_code"] = dossier.declared->dossier_code;
  }
  return json;
}

}  // namespace sohoa
