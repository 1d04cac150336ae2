#include "pipeline/package/export/package_profile.h"

#include <algorithm>
#include <filesystem>
#include <regex>

#include "models/papers/papers_folder.h"
#include "models/record/json_reader.h"
#include "pipeline/base/error.h"
#include "pipeline/base/file.h"

namespace sohoa {

namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kProfileBytesMax = 4ULL << 20;
constexpr char kRemedy[] = "mend the table in models/papers/packages/, or name a sound one";
constexpr PackageType kTypes[] = {PackageType::kAip, PackageType::kSip};

constexpr NameTable<FieldKind, 4> kFieldKindNames{{{FieldKind::kText, "text"},
                                                   {FieldKind::kNumber, "number"},
                                                   {FieldKind::kDate, "date"},
                                                   {FieldKind::kBoolean, "boolean"}}};

fs::path profiles_folder() { return papers_folder() / "packages"; }

std::vector<std::string> optional_texts(const JsonReader& json, const char* member) {
  return json.has(member) ? json.texts(member) : std::vector<std::string>();
}

std::string whole_text(const JsonReader& json, const char* member) {
  std::string text = json.text(member);
  if (text.empty()) json.fail(member, "is empty");
  return text;
}

void check_pattern(const JsonReader& json, const std::string& pattern) {
  try {
    const std::regex compiled(pattern);
  } catch (const std::regex_error&) {
    json.fail("pattern", "is no regular expression");
  }
}

void read_condition(const JsonReader& json, ProfileField& field) {
  if (!json.has("mandatory_when")) return;
  const JsonReader when = json.object("mandatory_when");
  when.expect_only({"field", "values"});
  field.mandatory_when = whole_text(when, "field");
  field.mandatory_values = when.texts("values");
}

ProfileField read_field(const JsonReader& json) {
  json.expect_only({"name", "elements", "kind", "length_max", "mandatory", "mandatory_when",
                    "codes", "pattern", "derived", "fields", "computed", "default"});
  ProfileField field;
  field.name = whole_text(json, "name");
  for (const PackageType type : kTypes) {
    std::string& element = field.elements[index_of(type)];
    element = json.has("elements") ? json.object("elements").optional_text(name_of(type)) : "";
    if (element.empty()) element = field.name;
  }
  if (json.has("kind")) field.kind = json.choice("kind", kFieldKindNames);
  if (json.has("length_max")) field.length_max = json.bytes("length_max");
  field.mandatory = json.has("mandatory") && json.flag("mandatory");
  read_condition(json, field);
  field.codes = json.optional_text("codes");
  field.pattern = json.optional_text("pattern");
  check_pattern(json, field.pattern);
  field.derived = json.optional_text("derived");
  field.record_fields = optional_texts(json, "fields");
  field.computed = json.has("computed") && json.flag("computed");
  field.value_otherwise = json.optional_text("default");
  return field;
}

ProfileDescription read_description(const JsonReader& json) {
  json.expect_only({"file", "metadata_type", "root", "schema", "order", "fields", "passed_over"});
  ProfileDescription description;
  description.file = whole_text(json, "file");
  description.metadata_type = whole_text(json, "metadata_type");
  description.root = whole_text(json, "root");
  description.schema = whole_text(json, "schema");
  description.passed_over = json.texts("passed_over");
  json.each("fields", [&](const JsonReader& one) {
    ProfileField field = read_field(one);
    const std::string name = field.name;
    if (!description.fields.emplace(name, std::move(field)).second)
      one.fail("name", "is there twice");
  });
  const JsonReader order = json.object("order");
  for (const PackageType type : kTypes) {
    std::vector<std::string>& names = description.order[index_of(type)];
    names = order.texts(name_of(type));
    for (const std::string& name : names) {
      if (description.fields.count(name) == 0) order.fail(name_of(type), "names no field");
    }
  }
  return description;
}

void read_by_type(const JsonReader& json, const char* member, std::string (&values)[2]) {
  const JsonReader by_type = json.object(member);
  by_type.expect_only({"AIP", "SIP"});
  for (const PackageType type : kTypes) {
    values[index_of(type)] = whole_text(by_type, name_of(type));
  }
}

void read_mets(const JsonReader& json, PackageProfile& profile) {
  json.expect_only(
      {"profile", "type", "content_information_type", "file_group_attribute", "schemas", "labels"});
  read_by_type(json, "profile", profile.mets_profile);
  profile.content_type = whole_text(json, "type");
  profile.content_information_type = whole_text(json, "content_information_type");
  profile.file_group_attribute = whole_text(json, "file_group_attribute");
  json.each("schemas", [&](const JsonReader& schema) {
    schema.expect_only({"space", "file", "address"});
    profile.mets_schemas.push_back(
        {whole_text(schema, "space"), whole_text(schema, "file"), whole_text(schema, "address")});
  });
  const JsonReader labels = json.object("labels");
  labels.expect_only(
      {"metadata", "documentation", "schemas", "representations", "representation", "data"});
  profile.labels = {whole_text(labels, "metadata"),       whole_text(labels, "documentation"),
                    whole_text(labels, "schemas"),        whole_text(labels, "representations"),
                    whole_text(labels, "representation"), whole_text(labels, "data")};
}

void read_preservation(const JsonReader& json, PackageProfile& profile) {
  json.expect_only({"packages", "digitization_event", "creation_event"});
  const std::vector<std::string> packages = json.texts("packages");
  for (const PackageType type : kTypes) {
    profile.preservation[index_of(type)] =
        std::find(packages.begin(), packages.end(), name_of(type)) != packages.end();
  }
  profile.digitization_event = whole_text(json, "digitization_event");
  profile.creation_event = whole_text(json, "creation_event");
}

std::map<std::string, std::string> read_texts_by_name(const JsonReader& json) {
  std::map<std::string, std::string> texts;
  for (const std::string& name : json.names()) texts[name] = whole_text(json, name.c_str());
  return texts;
}

void check_codes(const JsonReader& json, const PackageProfile& profile) {
  for (const auto* description : {&profile.file_description, &profile.document_description}) {
    for (const auto& [name, field] : description->fields) {
      if (!field.codes.empty() && profile.codes.count(field.codes) == 0) {
        json.fail("codes", "has no list " + field.codes);
      }
      if (!field.mandatory_when.empty() && description->fields.count(field.mandatory_when) == 0) {
        json.fail(name, "depends on a field that is not there");
      }
    }
  }
}

void check_choices(const JsonReader& json) {
  json.each("choices", [](const JsonReader& choice) {
    choice.expect_only({"topic", "stated", "taken", "why"});
    whole_text(choice, "topic");
    choice.texts("stated");
    whole_text(choice, "taken");
    whole_text(choice, "why");
  });
}

}  // namespace

const char* name_of(PackageType type) { return type == PackageType::kAip ? "AIP" : "SIP"; }

PackageProfile load_package_profile(const std::string& name) {
  const fs::path file = profiles_folder() / (name + ".json");
  std::error_code ignored;
  if (!fs::is_regular_file(file, ignored)) {
    throw Error(ExitCode::kDependency, file.string(), "is not there",
                "install sohoa whole, or set SOHOA_PAPERS to its folder models/papers");
  }
  const Bytes bytes = read_file(file, kProfileBytesMax);
  const Json json = Json::parse(as_text(bytes), nullptr, false);
  if (json.is_discarded()) throw Error(ExitCode::kInput, file.string(), "is no JSON", kRemedy);
  return package_profile_from_json(json);
}

PackageProfile package_profile_from_json(const Json& value) {
  const JsonReader json(value, "", kRemedy);
  if (json.text("schema") != "sohoa.package-profile/1") {
    json.fail("schema", "is not sohoa.package-profile/1");
  }
  json.expect_only({"schema",
                    "name",
                    "title",
                    "source",
                    "valid_from",
                    "choices",
                    "object_id",
                    "document_code",
                    "file_name",
                    "date_forms",
                    "agency_code",
                    "mets",
                    "documentation",
                    "own_schemas",
                    "preservation",
                    "file_description",
                    "document_description",
                    "codes",
                    "type_of_paper",
                    "type_otherwise"});
  check_choices(json);
  PackageProfile profile;
  profile.name = whole_text(json, "name");
  profile.source = whole_text(json, "source");
  profile.valid_from = whole_text(json, "valid_from");
  read_by_type(json, "object_id", profile.object_id);
  profile.document_code = whole_text(json, "document_code");
  profile.file_name = whole_text(json, "file_name");
  for (const PackageType type : kTypes) {
    profile.date_forms[index_of(type)] = json.object("date_forms").texts(name_of(type));
  }
  profile.agency_code_mandatory = json.text("agency_code") == "mandatory";
  read_mets(json.object("mets"), profile);
  profile.documentation = json.texts("documentation");
  profile.own_schemas = json.flag("own_schemas");
  read_preservation(json.object("preservation"), profile);
  profile.file_description = read_description(json.object("file_description"));
  profile.document_description = read_description(json.object("document_description"));
  const JsonReader codes = json.object("codes");
  for (const std::string& name : codes.names()) {
    profile.codes[name] = read_texts_by_name(codes.object(name.c_str()));
  }
  profile.type_of_paper = read_texts_by_name(json.object("type_of_paper"));
  profile.type_otherwise = whole_text(json, "type_otherwise");
  check_codes(json, profile);
  return profile;
}

}  // namespace sohoa
