#include "models/record/declaration.h"
#include "models/record/json_reader.h"

namespace sohoa {

namespace {

constexpr char kSchema[] = "sohoa.declaration/1";

Json json_of(const DeclaredPerson& person) {
  Json json = {{"number", person.number}};
  if (!person.sex.empty()) json["sex"] = person.sex;
  if (!person.birth_date.empty()) json["birth_date"] = person.birth_date;
  return json;
}

DeclaredPerson read_person(const JsonReader& json) {
  json.expect_only({"number", "sex", "birth_date"});
  DeclaredPerson person{json.text("number"), json.optional_text("sex"),
                        json.optional_text("birth_date")};
  if (!person.sex.empty() && person.sex != "nam" && person.sex != "nữ") {
    json.fail("sex", "is neither nam nor nữ");
  }
  return person;
}

}  // namespace

Declaration declaration_from_json(const Json& value) {
  const JsonReader json(value, "");
  if (json.text("schema") != kSchema) json.fail("schema", "is not sohoa.declaration/1");
  json.expect_only({"schema", "dossier_code", "procedure_code", "agency_code", "pages", "persons"});
  Declaration declaration;
  declaration.dossier_code = json.optional_text("dossier_code");
  declaration.procedure_code = json.optional_text("procedure_code");
  declaration.agency_code = json.optional_text("agency_code");
  if (json.has("pages")) declaration.pages = json.integer("pages");
  if (json.has("persons")) {
    json.each("persons", [&](const JsonReader& person) {
      declaration.persons.push_back(read_person(person));
    });
  }
  return declaration;
}

Json json_of(const Declaration& declaration) {
  Json json = {{"schema", kSchema}};
  const auto state = [&](const char* member, const std::string& value) {
    if (!value.empty()) json[member] = value;
  };
  state("dossier_code", declaration.dossier_code);
  state("procedure_code", declaration.procedure_code);
  state("agency_code", declaration.agency_code);
  if (declaration.pages > 0) json["pages"] = declaration.pages;
  for (const DeclaredPerson& person : declaration.persons) {
    json["persons"].push_back(json_of(person));
  }
  return json;
}

}  // namespace sohoa
