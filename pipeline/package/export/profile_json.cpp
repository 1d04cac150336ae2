#include "pipeline/package/export/profile_json.h"

namespace sohoa {

std::string whole_text(const JsonReader& json, const char* member) {
  std::string text = json.text(member);
  if (text.empty()) json.fail(member, "is empty");
  return text;
}

void read_by_type(const JsonReader& json, const char* member, std::string (&values)[2]) {
  const JsonReader by_type = json.object(member);
  by_type.expect_only({"AIP", "SIP"});
  for (const PackageType type : kPackageTypes) {
    values[index_of(type)] = whole_text(by_type, name_of(type));
  }
}

void read_profile_mets(const JsonReader& json, PackageProfile& profile) {
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

}  // namespace sohoa
