#include "models/record/json.h"
#include "models/record/json_reader.h"

namespace sohoa {

namespace {

Box read_box(const JsonReader& json) {
  json.expect_only({"left", "top", "right", "bottom"});
  return {json.number("left"), json.number("top"), json.number("right"), json.number("bottom")};
}

std::vector<Finding> read_findings(const JsonReader& owner) {
  std::vector<Finding> findings;
  owner.each("findings", [&](const JsonReader& json) {
    json.expect_only({"code", "severity", "subject", "reason", "remedy", "where"});
    Finding finding{json.text("code"),
                    json.choice("severity", kSeverityNames),
                    json.text("subject"),
                    json.text("reason"),
                    json.optional_text("remedy"),
                    {}};
    if (json.has("where")) finding.where = read_box(json.object("where"));
    findings.push_back(std::move(finding));
  });
  return findings;
}

std::vector<Field> read_fields(const JsonReader& paper) {
  std::vector<Field> fields;
  paper.each("fields", [&](const JsonReader& json) {
    json.expect_only(
        {"name", "value", "normalized", "page", "box", "confidence", "method", "doubt", "by_hand"});
    Field field;
    field.name = json.text("name");
    field.value = json.text("value");
    field.normalized = json.optional_text("normalized");
    if (json.has("page")) field.page = json.integer("page");
    if (json.has("box")) field.box = read_box(json.object("box"));
    field.confidence = json.number("confidence");
    field.method = json.choice("method", kFieldMethodNames);
    field.doubt = json.choice("doubt", kFieldDoubtNames);
    if (json.has("by_hand")) field.by_hand = json.flag("by_hand");
    fields.push_back(std::move(field));
  });
  return fields;
}

Paper read_paper(const JsonReader& json) {
  json.expect_only({"number", "name", "title", "kind", "cut", "pages", "fields", "findings"});
  Paper paper;
  paper.number = json.integer("number");
  paper.name = json.text("name");
  paper.title = json.text("title");
  if (json.has("kind")) {
    const JsonReader kind = json.object("kind");
    kind.expect_only({"id", "confidence"});
    paper.kind = kind.text("id");
    paper.kind_confidence = kind.number("confidence");
  }
  paper.cut = json.optional_text("cut");
  paper.pages = json.integers("pages");
  paper.fields = read_fields(json);
  paper.findings = read_findings(json);
  return paper;
}

PageQuality read_quality(const JsonReader& json) {
  json.expect_only(
      {"dpi", "sharpness", "contrast", "skew_degrees", "ink_share", "blank", "cut_edge"});
  return {json.number("dpi"),          json.number("sharpness"), json.number("contrast"),
          json.number("skew_degrees"), json.number("ink_share"), json.flag("blank"),
          json.flag("cut_edge")};
}

Resolution read_resolution(const JsonReader& json) {
  json.expect_only({"x", "y"});
  return {json.number("x"), json.number("y")};
}

std::vector<Code> read_codes(const JsonReader& page) {
  std::vector<Code> codes;
  page.each("codes", [&](const JsonReader& json) {
    json.expect_only({"kind", "text", "box"});
    codes.push_back(
        {json.choice("kind", kCodeKindNames), json.text("text"), read_box(json.object("box"))});
  });
  return codes;
}

std::vector<Mark> read_marks(const JsonReader& page) {
  std::vector<Mark> marks;
  page.each("marks", [&](const JsonReader& json) {
    json.expect_only({"kind", "box"});
    marks.push_back({json.choice("kind", kMarkKindNames), read_box(json.object("box"))});
  });
  return marks;
}

PageAccount read_page(const JsonReader& json) {
  json.expect_only({"sequence", "file", "number", "set_aside", "master", "shown", "width_pt",
                    "height_pt", "dpi", "quarter_turns", "quality", "word_count", "mean_confidence",
                    "codes", "marks", "findings"});
  PageAccount page;
  page.sequence = json.integer("sequence");
  page.source = {json.text("file"), json.integer("number")};
  if (json.has("set_aside")) {
    const JsonReader aside = json.object("set_aside");
    aside.expect_only({"why", "reason"});
    page.set_aside = aside.choice("why", kSetAsideNames);
    page.set_aside_reason = aside.text("reason");
  }
  if (json.has("master")) {
    const JsonReader master = json.object("master");
    master.expect_only({"sha256", "original"});
    page.master_sha256 = master.text("sha256");
    page.master_original = master.flag("original");
  }
  if (json.has("shown")) {
    const JsonReader shown = json.object("shown");
    shown.expect_only({"as", "sha256"});
    page.shown = shown.choice("as", kRenditionNames);
    page.shown_sha256 = shown.text("sha256");
  }
  page.size = {json.number("width_pt"), json.number("height_pt")};
  page.dpi = read_resolution(json.object("dpi"));
  page.quarter_turns = json.integer("quarter_turns");
  page.quality = read_quality(json.object("quality"));
  page.word_count = json.integer("word_count");
  page.mean_confidence = json.number("mean_confidence");
  if (json.has("codes")) page.codes = read_codes(json);
  if (json.has("marks")) page.marks = read_marks(json);
  page.findings = read_findings(json);
  return page;
}

Dossier read_dossier(const JsonReader& json) {
  json.expect_only({"name", "papers", "pages", "findings", "declared"});
  Dossier dossier;
  dossier.name = json.text("name");
  json.each("papers",
            [&](const JsonReader& paper) { dossier.papers.push_back(read_paper(paper)); });
  json.each("pages", [&](const JsonReader& page) { dossier.pages.push_back(read_page(page)); });
  dossier.findings = read_findings(json);
  if (json.has("declared")) dossier.declared = declaration_from_json(json.value("declared"));
  return dossier;
}

FileDigest read_file(const JsonReader& json) {
  json.expect_only({"path", "bytes", "sha256"});
  return {json.text("path"), json.bytes("bytes"), json.text("sha256")};
}

std::vector<FileDigest> read_files(const JsonReader& record, const char* member) {
  std::vector<FileDigest> files;
  record.each(member, [&](const JsonReader& json) { files.push_back(read_file(json)); });
  return files;
}

std::vector<Signing> read_signings(const JsonReader& record) {
  std::vector<Signing> signings;
  record.each("signings", [&](const JsonReader& json) {
    json.expect_only({"before", "signer", "time"});
    signings.push_back({read_file(json.object("before")), json.text("signer"), json.text("time")});
  });
  return signings;
}

// The counts repeat what the pages say; a record in which they differ was tampered with.
void check_counts(const JsonReader& json, const Dossier& dossier) {
  json.expect_only({"in", "out", "set_aside"});
  int aside = 0;
  for (const PageAccount& page : dossier.pages) aside += page.set_aside ? 1 : 0;
  const int in = static_cast<int>(dossier.pages.size());
  if (json.integer("in") != in) json.fail("in", "is not the number of pages");
  if (json.integer("set_aside") != aside) json.fail("set_aside", "is not what the pages say");
  if (json.integer("out") != in - aside) json.fail("out", "is not what the pages say");
}

}  // namespace

Record record_from_json(const Json& value) {
  const JsonReader json(value, "");
  if (json.text("schema") != "sohoa.record/1") json.fail("schema", "is not sohoa.record/1");
  json.expect_only({"schema", "program_version", "job_time", "settings", "ingredients", "inputs",
                    "page_counts", "dossier", "files", "signings"});
  Record record;
  record.program_version = json.text("program_version");
  record.job_time = json.text("job_time");
  json.each("settings", [&](const JsonReader& setting) {
    setting.expect_only({"name", "value"});
    record.settings.emplace_back(setting.text("name"), setting.text("value"));
  });
  json.each("ingredients", [&](const JsonReader& ingredient) {
    ingredient.expect_only({"name", "version", "sha256"});
    record.ingredients.push_back(
        {ingredient.text("name"), ingredient.text("version"), ingredient.optional_text("sha256")});
  });
  record.inputs = read_files(json, "inputs");
  record.dossier = read_dossier(json.object("dossier"));
  check_counts(json.object("page_counts"), record.dossier);
  record.files = read_files(json, "files");
  if (json.has("signings")) record.signings = read_signings(json);
  return record;
}

}  // namespace sohoa
