#include "models/record/json.h"
#include "models/record/json_names.h"
#include "models/record/json_numbers.h"

namespace sohoa {

namespace {

Json json_of(const Field& field) {
  Json json = {{"name", field.name},
               {"value", field.value},
               {"confidence", json_share(field.confidence)},
               {"method", name_in(kFieldMethodNames, field.method)},
               {"doubt", name_in(kFieldDoubtNames, field.doubt)}};
  if (!field.normalized.empty()) json["normalized"] = field.normalized;
  if (field.page > 0) json["page"] = field.page;
  if (!field.box.empty()) json["box"] = sohoa::json_of(field.box);
  if (field.by_hand) json["by_hand"] = true;
  return json;
}

Json json_of(const Paper& paper) {
  Json fields = Json::array();
  for (const Field& field : paper.fields) fields.push_back(json_of(field));
  Json json = {{"number", paper.number},      {"name", paper.name},
               {"title", paper.title},        {"pages", paper.pages},
               {"fields", std::move(fields)}, {"findings", sohoa::json_of(paper.findings)}};
  if (!paper.kind.empty()) {
    json["kind"] = {{"id", paper.kind}, {"confidence", json_share(paper.kind_confidence)}};
  }
  if (!paper.cut.empty()) json["cut"] = paper.cut;
  return json;
}

Json json_of(const PageQuality& quality) {
  return {{"dpi", json_length(quality.dpi)},
          {"sharpness", json_share(quality.sharpness)},
          {"contrast", json_share(quality.contrast)},
          {"skew_degrees", json_share(quality.skew_degrees)},
          {"ink_share", json_share(quality.ink_share)},
          {"blank", quality.blank},
          {"cut_edge", quality.cut_edge}};
}

Json json_of(const std::vector<Code>& codes) {
  Json list = Json::array();
  for (const Code& code : codes) {
    list.push_back({{"kind", name_in(kCodeKindNames, code.kind)},
                    {"text", code.text},
                    {"box", sohoa::json_of(code.box)}});
  }
  return list;
}

Json json_of(const std::vector<Mark>& marks) {
  Json list = Json::array();
  for (const Mark& mark : marks) {
    list.push_back(
        {{"kind", name_in(kMarkKindNames, mark.kind)}, {"box", sohoa::json_of(mark.box)}});
  }
  return list;
}

Json json_of(const PageAccount& page) {
  Json json = {{"sequence", page.sequence},
               {"file", page.source.file},
               {"number", page.source.number},
               {"width_pt", json_length(page.size.width_pt)},
               {"height_pt", json_length(page.size.height_pt)},
               {"dpi", sohoa::json_of(page.dpi)},
               {"quarter_turns", page.quarter_turns},
               {"quality", json_of(page.quality)},
               {"word_count", page.word_count},
               {"mean_confidence", json_share(page.mean_confidence)},
               {"findings", sohoa::json_of(page.findings)}};
  if (page.set_aside) {
    json["set_aside"] = {{"why", name_in(kSetAsideNames, *page.set_aside)},
                         {"reason", page.set_aside_reason}};
  }
  if (!page.master_sha256.empty()) {
    json["master"] = {{"sha256", page.master_sha256}, {"original", page.master_original}};
  }
  if (page.shown != Rendition::kMaster) {
    json["shown"] = {{"as", name_in(kRenditionNames, page.shown)}, {"sha256", page.shown_sha256}};
  }
  if (!page.codes.empty()) json["codes"] = json_of(page.codes);
  if (!page.marks.empty()) json["marks"] = json_of(page.marks);
  return json;
}

Json json_of(const Dossier& dossier) {
  Json papers = Json::array();
  for (const Paper& paper : dossier.papers) papers.push_back(json_of(paper));
  Json pages = Json::array();
  for (const PageAccount& page : dossier.pages) pages.push_back(json_of(page));
  Json json = {{"name", dossier.name},
               {"papers", std::move(papers)},
               {"pages", std::move(pages)},
               {"findings", sohoa::json_of(dossier.findings)}};
  if (dossier.declared) json["declared"] = sohoa::json_of(*dossier.declared);
  return json;
}

Json json_of(const FileDigest& file) {
  return {{"path", file.path}, {"bytes", file.bytes}, {"sha256", file.sha256}};
}

Json json_of(const std::vector<FileDigest>& files) {
  Json list = Json::array();
  for (const FileDigest& file : files) list.push_back(json_of(file));
  return list;
}

Json json_of(const std::vector<Signing>& signings) {
  Json list = Json::array();
  for (const Signing& signing : signings) {
    list.push_back(
        {{"before", json_of(signing.before)}, {"signer", signing.signer}, {"time", signing.time}});
  }
  return list;
}

Json json_of(const std::vector<Ingredient>& ingredients) {
  Json list = Json::array();
  for (const Ingredient& ingredient : ingredients) {
    Json json = {{"name", ingredient.name}, {"version", ingredient.version}};
    if (!ingredient.sha256.empty()) json["sha256"] = ingredient.sha256;
    list.push_back(std::move(json));
  }
  return list;
}

Json json_of_counts(const Dossier& dossier) {
  std::size_t aside = 0;
  for (const PageAccount& page : dossier.pages) aside += page.set_aside ? 1 : 0;
  return {
      {"in", dossier.pages.size()}, {"out", dossier.pages.size() - aside}, {"set_aside", aside}};
}

}  // namespace

Json json_of(const Record& record) {
  Json settings = Json::array();
  for (const auto& [name, value] : record.settings) {
    settings.push_back({{"name", name}, {"value", value}});
  }
  Json json = {{"schema", "sohoa.record/1"},
               {"program_version", record.program_version},
               {"job_time", record.job_time},
               {"settings", std::move(settings)},
               {"ingredients", json_of(record.ingredients)},
               {"inputs", json_of(record.inputs)},
               {"page_counts", json_of_counts(record.dossier)},
               {"dossier", json_of(record.dossier)},
               {"files", json_of(record.files)}};
  if (!record.signings.empty()) json["signings"] = json_of(record.signings);
  return json;
}

}  // namespace sohoa
