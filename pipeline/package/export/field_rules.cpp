#include "pipeline/package/export/field_rules.h"

#include <algorithm>
#include <regex>

#include "pipeline/base/text.h"
#include "pipeline/base/words.h"
#include "pipeline/package/export/archive_date.h"

namespace sohoa {

namespace {

// A pattern is for codes, which are short: std::regex recurses, and backtracks.
constexpr std::size_t kMatchedBytesMax = 500;

bool has(const std::vector<std::string>& list, const std::string& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

bool is_whole_number(const std::string& text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
}

/// One check of one description: what all its rules need.
class FieldRules {
 public:
  FieldRules(const FieldValues& values, const PackageProfile& profile, PackageType type,
             const std::string& place)
      : values_(values), profile_(profile), type_(type), place_(place) {}

  void check(const ProfileField& field) {
    const std::string value = value_in(values_, field.name);
    if (value.empty()) return check_missing(field);
    if (field.length_max > 0 && to_code_points(value).size() > field.length_max) {
      add("metadata.too-long", field,
          "is longer than " + std::to_string(field.length_max) + " characters", "shorten it");
    }
    check_kind(field, value);
    check_codes(field, value);
    check_pattern(field, value);
  }

  std::vector<Finding> take() { return std::move(faults_); }

 private:
  void check_missing(const ProfileField& field) {
    if (field.mandatory) {
      add("metadata.missing", field, "is mandatory and has no value",
          "state it in the metadata file");
    } else if (has(field.mandatory_values, value_in(values_, field.mandatory_when))) {
      add("metadata.missing", field,
          "is mandatory where " + field.mandatory_when + " is " +
              value_in(values_, field.mandatory_when),
          "state it in the metadata file");
    }
  }

  void check_kind(const ProfileField& field, const std::string& value) {
    const std::vector<std::string>& forms = profile_.date_forms[index_of(type_)];
    if (field.kind == FieldKind::kNumber && !is_whole_number(value)) {
      add("metadata.number", field, "is no whole number", "correct it");
    } else if (field.kind == FieldKind::kBoolean && value != "0" && value != "1") {
      add("metadata.boolean", field, "is neither 0 nor 1", "correct it");
    } else if (field.kind == FieldKind::kDate && archive_date(value, forms).year == 0) {
      add("metadata.date", field, "is no date of the form " + joined(forms, ", "), "correct it");
    }
  }

  void check_pattern(const ProfileField& field, const std::string& value) {
    if (field.pattern.empty()) return;
    if (value.size() > kMatchedBytesMax) {
      add("metadata.pattern", field, "is too long for the form " + field.pattern, "correct it");
    } else if (!std::regex_match(value, std::regex(field.pattern))) {
      add("metadata.pattern", field, "is not of the form " + field.pattern, "correct it");
    }
  }

  void check_codes(const ProfileField& field, const std::string& value) {
    if (field.codes.empty()) return;
    const auto& codes = profile_.codes.at(field.codes);
    if (codes.count(value) != 0) return;
    add("metadata.code", field,
        "is none of the codes " + codes.begin()->first + " to " + codes.rbegin()->first,
        "take one of " + profile_.name);
  }

  void add(const std::string& code, const ProfileField& field, const std::string& reason,
           const std::string& remedy) {
    faults_.push_back(metadata_fault(code, place_ + "." + field.name, reason, remedy));
  }

  const FieldValues& values_;
  const PackageProfile& profile_;
  PackageType type_;
  const std::string& place_;
  std::vector<Finding> faults_;
};

}  // namespace

std::vector<Finding> faults_of_values(const FieldValues& values,
                                      const ProfileDescription& description,
                                      const PackageProfile& profile, PackageType type,
                                      const std::string& place) {
  FieldRules rules(values, profile, type, place);
  for (const std::string& name : description.order[index_of(type)]) {
    rules.check(description.field(name));
  }
  return rules.take();
}

std::vector<Finding> unknown_values(const FieldValues& stated,
                                    const ProfileDescription& description,
                                    const std::string& place) {
  std::vector<Finding> faults;
  for (const auto& [name, value] : stated) {
    if (description.fields.count(name) != 0 || has(description.passed_over, name)) continue;
    faults.push_back(metadata_fault("metadata.unknown", place_of(place, name),
                                    "is no field of this package", "take it out"));
  }
  return faults;
}

std::string place_of(std::string part, const std::string& name) {
  return part.append(".").append(name);
}

Finding metadata_fault(const std::string& code, const std::string& place, const std::string& reason,
                       const std::string& remedy) {
  return {code, Severity::kError, "metadata " + place, reason, remedy, std::nullopt};
}

}  // namespace sohoa
