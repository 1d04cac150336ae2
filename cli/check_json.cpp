#include "cli/check_formats.h"
#include "cli/json_lines.h"
#include "models/record/json.h"

namespace sohoa {

namespace {

/// A finding in English, and what else a program may want of it.
Json json_of(const Breach& breach) {
  const Finding english = finding_of(breach, Language::kEnglish);
  const Finding vietnamese = finding_of(breach, Language::kVietnamese);
  Json json = sohoa::json_of(english);
  json["source"] = breach.rule->rule.source;
  json["vi"] = {{"reason", vietnamese.reason}, {"remedy", vietnamese.remedy}};
  if (!breach.pages.empty()) json["pages"] = breach.pages;
  return json;
}

Json json_of_check(const std::filesystem::path& file, const Profile& profile,
                   const std::vector<Breach>& breaches) {
  Json findings = Json::array();
  for (const Breach& breach : breaches) findings.push_back(json_of(breach));
  return {{"schema", "sohoa.check/1"},
          {"file", file.string()},
          {"profile", profile.id},
          {"sound", breaches.empty()},
          {"findings", std::move(findings)}};
}

}  // namespace

void print_check_json(const std::filesystem::path& file, const Profile& profile,
                      const std::vector<Breach>& breaches) {
  print_json_line(json_of_check(file, profile, breaches));
}

}  // namespace sohoa
