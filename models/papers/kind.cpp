#include "models/papers/kind.h"

#include <algorithm>
#include <set>

#include "models/papers/data_file.h"
#include "models/papers/papers_folder.h"
#include "models/record/json_names.h"
#include "pipeline/base/error.h"

namespace sohoa {

namespace fs = std::filesystem;

namespace {

constexpr NameTable<PaperLayout, 5> kLayoutNames{{{PaperLayout::kAdministrative, "administrative"},
                                                  {PaperLayout::kForm, "form"},
                                                  {PaperLayout::kCertificate, "certificate"},
                                                  {PaperLayout::kContract, "contract"},
                                                  {PaperLayout::kCard, "card"}}};

constexpr NameTable<FieldType, 13> kTypeNames{{{FieldType::kText, "text"},
                                               {FieldType::kPerson, "person"},
                                               {FieldType::kDate, "date"},
                                               {FieldType::kYear, "year"},
                                               {FieldType::kPersonalNumber, "personal-number"},
                                               {FieldType::kSex, "sex"},
                                               {FieldType::kPlace, "place"},
                                               {FieldType::kNumber, "number"},
                                               {FieldType::kMoney, "money"},
                                               {FieldType::kDocumentNumber, "document-number"},
                                               {FieldType::kAgency, "agency"},
                                               {FieldType::kPhone, "phone"},
                                               {FieldType::kChoice, "choice"}}};

KindField field_from(const JsonReader& json) {
  json.expect_only({"name", "type", "labels", "section"});
  KindField field;
  field.name = json.text("name");
  field.type = json.choice("type", kTypeNames);
  field.labels = json.texts("labels");
  if (json.has("section")) field.section = json.texts("section");
  if (field.labels.empty()) json.fail("labels", "is empty");
  return field;
}

KindPerson person_from(const JsonReader& json, const std::set<std::string>& fields) {
  json.expect_only({"name", "number", "birth", "sex"});
  const auto field = [&](const char* member) {
    const std::string name = json.optional_text(member);
    if (!name.empty() && !fields.contains(name)) json.fail(member, "names no field of the kind");
    return name;
  };
  return {field("name"), field("number"), field("birth"), field("sex")};
}

PaperKind kind_from(const JsonReader& json, const std::string& stem) {
  json.expect_only({"schema", "id", "title", "layout", "abbreviation", "type_code", "titles",
                    "phrases", "inside", "pages_max", "fields", "persons", "shown_only",
                    "decisive"});
  if (json.text("schema") != "sohoa.paper-kind/1") json.fail("schema", "is not sohoa.paper-kind/1");
  PaperKind kind;
  kind.id = json.text("id");
  if (kind.id != stem) json.fail("id", "is not the name of the file");
  kind.title = wording_of(json, "title");
  kind.layout = json.choice("layout", kLayoutNames);
  kind.abbreviation = json.optional_text("abbreviation");
  kind.type_code = json.text("type_code");
  kind.titles = json.texts("titles");
  kind.phrases = json.texts("phrases");
  if (json.has("decisive")) kind.decisive = json.texts("decisive");
  kind.inside = json.texts("inside");
  if (json.has("pages_max")) kind.pages_max = json.integer("pages_max");
  if (json.has("shown_only")) kind.shown_only = json.flag("shown_only");
  std::set<std::string> names;
  json.each("fields", [&](const JsonReader& entry) {
    kind.fields.push_back(field_from(entry));
    if (!names.insert(kind.fields.back().name).second) entry.fail("name", "stands there twice");
  });
  if (json.has("persons")) {
    json.each("persons",
              [&](const JsonReader& entry) { kind.persons.push_back(person_from(entry, names)); });
  }
  return kind;
}

}  // namespace

std::vector<PaperKind> load_kinds() {
  const fs::path folder = papers_folder() / "kinds";
  std::vector<PaperKind> kinds;
  for (const std::string& name : data_files_in(folder)) {
    read_data_file(folder / (name + ".json"),
                   [&](const JsonReader& json) { kinds.push_back(kind_from(json, name)); });
  }
  if (kinds.empty()) {
    throw Error(ExitCode::kDependency, folder.string(), "holds no kinds of papers",
                "install sohoa's data again, or set SOHOA_PAPERS to their folder");
  }
  return kinds;
}

const PaperKind* kind_of(const std::vector<PaperKind>& kinds, const std::string& id) {
  const auto found = std::find_if(kinds.begin(), kinds.end(),
                                  [&](const PaperKind& kind) { return kind.id == id; });
  return found == kinds.end() ? nullptr : &*found;
}

}  // namespace sohoa
