#include <regex>
#include <utility>

#include "pipeline/package/export/profile_json.h"

namespace sohoa {

namespace {

constexpr NameTable<FieldKind, 4> kFieldKindNames{{{FieldKind::kText, "text"},
                                                   {FieldKind::kNumber, "number"},
                                                   {FieldKind::kDate, "date"},
                                                   {FieldKind::kBoolean, "boolean"}}};

std::vector<std::string> optional_texts(const JsonReader& json, const char* member) {
  return json.has(member) ? json.texts(member) : std::vector<std::string>();
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
  for (const PackageType type : kPackageTypes) {
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

}  // namespace

ProfileDescription read_profile_description(const JsonReader& json) {
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
  for (const PackageType type : kPackageTypes) {
    std::vector<std::string>& names = description.order[index_of(type)];
    names = order.texts(name_of(type));
    for (const std::string& name : names) {
      if (description.fields.count(name) == 0) order.fail(name_of(type), "names no field");
    }
  }
  return description;
}

}  // namespace sohoa
