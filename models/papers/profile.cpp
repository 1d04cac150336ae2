#include "models/papers/profile.h"

#include <algorithm>
#include <regex>
#include <set>

#include "models/papers/data_file.h"
#include "models/papers/papers_folder.h"
#include "models/record/json_names.h"
#include "pipeline/base/error.h"
#include "pipeline/base/words.h"

namespace sohoa {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kFamily = ".*";  // "package.*": package and all below it

constexpr NameTable<ParameterKind, 4> kParameterKindNames{{{ParameterKind::kNumber, "number"},
                                                           {ParameterKind::kText, "text"},
                                                           {ParameterKind::kTexts, "texts"},
                                                           {ParameterKind::kPatterns, "patterns"}}};

Rule rule_from(const JsonReader& json) {
  json.expect_only({"id", "source", "title", "reason", "remedy", "parameters"});
  Rule rule;
  rule.id = json.text("id");
  rule.source = json.text("source");
  rule.title = wording_of(json, "title");
  rule.reason = wording_of(json, "reason");
  rule.remedy = wording_of(json, "remedy");
  if (!json.has("parameters")) return rule;
  const JsonReader parameters = json.object("parameters");
  for (const std::string& name : parameters.names()) {
    rule.parameters[name] = parameters.choice(name.c_str(), kParameterKindNames);
  }
  return rule;
}

void expect_patterns(const JsonReader& json, const std::string& name,
                     const std::vector<std::string>& patterns) {
  for (const std::string& pattern : patterns) {
    try {
      const std::regex compiled(pattern);
    } catch (const std::regex_error&) {
      json.fail(name, "holds a pattern that is no regular expression: " + pattern);
    }
  }
}

ProfileRule applied(const Rule& rule, const JsonReader& json) {
  ProfileRule applied{rule, json.choice("severity", kSeverityNames), {}, {}};
  for (const auto& [name, kind] : rule.parameters) {
    if (kind == ParameterKind::kNumber) {
      applied.numbers[name] = json.number(name.c_str());
    } else if (kind == ParameterKind::kText) {
      applied.texts[name] = {json.text(name.c_str())};
    } else {
      applied.texts[name] = json.texts(name.c_str());
      if (kind == ParameterKind::kPatterns) expect_patterns(json, name, applied.texts[name]);
    }
  }
  for (const std::string& name : json.names()) {
    const bool known = name == "id" || name == "severity" || rule.parameters.contains(name);
    if (!known) json.fail(name, "is no parameter of " + rule.id);
  }
  return applied;
}

/// Adds the rule, or the rules of the family, that one entry of a profile names.
void add_rules(const JsonReader& json, const std::vector<Rule>& known, Profile& profile) {
  const std::string id = json.text("id");
  const bool family = id.ends_with(kFamily);
  const std::string root = family ? id.substr(0, id.size() - kFamily.size()) : id;
  const std::size_t before = profile.rules.size();
  for (const Rule& rule : known) {
    const bool named = rule.id == root || (family && rule.id.starts_with(root + "."));
    if (!named) continue;
    const bool again =
        std::any_of(profile.rules.begin(), profile.rules.end(),
                    [&](const ProfileRule& earlier) { return earlier.rule.id == rule.id; });
    if (again) json.fail("id", "names " + rule.id + " again");
    profile.rules.push_back(applied(rule, json));
  }
  if (profile.rules.size() == before) json.fail("id", "names no rule that there is");
}

Profile profile_from(const JsonReader& json, const std::vector<Rule>& known) {
  json.expect_only({"schema", "id", "title", "basis", "valid_from", "valid_to", "rules"});
  if (json.text("schema") != "sohoa.profile/1") json.fail("schema", "is not sohoa.profile/1");
  Profile profile;
  profile.id = json.text("id");
  profile.title = wording_of(json, "title");
  profile.basis = json.text("basis");
  profile.valid_from = json.text("valid_from");
  profile.valid_to = json.optional_text("valid_to");
  json.each("rules", [&](const JsonReader& entry) { add_rules(entry, known, profile); });
  return profile;
}

fs::path profiles_folder() { return papers_folder() / "profiles"; }

}  // namespace

std::vector<Rule> load_rules() {
  std::vector<Rule> rules;
  read_data_file(papers_folder() / "rules.json", [&](const JsonReader& json) {
    json.expect_only({"schema", "rules"});
    std::set<std::string> ids;
    json.each("rules", [&](const JsonReader& entry) {
      rules.push_back(rule_from(entry));
      if (!ids.insert(rules.back().id).second) entry.fail("id", "stands there twice");
    });
  });
  return rules;
}

Profile load_profile(const std::string& name_or_file) {
  const std::vector<Rule> rules = load_rules();
  const std::vector<std::string> names = profile_names();
  fs::path file = name_or_file;
  if (std::find(names.begin(), names.end(), name_or_file) != names.end()) {
    file = profiles_folder() / (name_or_file + ".json");
  } else if (!fs::is_regular_file(file)) {
    throw Error(ExitCode::kUsage, "profile " + name_or_file, "is not known",
                "name one of " + joined(names, ", ") + ", or a JSON file");
  }
  Profile profile;
  read_data_file(file, [&](const JsonReader& json) { profile = profile_from(json, rules); });
  return profile;
}

std::vector<std::string> profile_names() { return data_files_in(profiles_folder()); }

}  // namespace sohoa
