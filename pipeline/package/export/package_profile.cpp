#include "pipeline/package/export/package_profile.h"

#include <algorithm>

#include "pipeline/package/export/profile_json.h"

namespace sohoa {

namespace {

constexpr char kRemedy[] = "mend the table in models/papers/packages/, or name a sound one";

void read_preservation(const JsonReader& json, PackageProfile& profile) {
  json.expect_only({"packages", "digitization_event", "creation_event"});
  const std::vector<std::string> packages = json.texts("packages");
  for (const PackageType type : kPackageTypes) {
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
  for (const PackageType type : kPackageTypes) {
    profile.date_forms[index_of(type)] = json.object("date_forms").texts(name_of(type));
  }
  profile.agency_code_mandatory = json.text("agency_code") == "mandatory";
  read_profile_mets(json.object("mets"), profile);
  profile.documentation = json.texts("documentation");
  profile.own_schemas = json.flag("own_schemas");
  read_preservation(json.object("preservation"), profile);
  profile.file_description = read_profile_description(json.object("file_description"));
  profile.document_description = read_profile_description(json.object("document_description"));
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
