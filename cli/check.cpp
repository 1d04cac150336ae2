#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <string>

#include "cli/commands.h"
#include "cli/declaration_file.h"
#include "cli/each_file.h"
#include "cli/json_lines.h"
#include "cli/report_printer.h"
#include "models/papers/profile.h"
#include "models/record/json.h"
#include "pipeline/package/conform/conform.h"

namespace sohoa {

namespace {

Language language_of_environment() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value == nullptr || *value == '\0') continue;
    return std::string_view(value).starts_with("vi") ? Language::kVietnamese : Language::kEnglish;
  }
  return Language::kEnglish;
}

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

/// A `result` of SARIF 2.1.0 (OASIS), 3.27.
Json sarif_of(const std::filesystem::path& file, const Breach& breach, Language language) {
  const Finding finding = finding_of(breach, language);
  const char* level = finding.severity == Severity::kError     ? "error"
                      : finding.severity == Severity::kWarning ? "warning"
                                                               : "note";
  return {{"ruleId", finding.code},
          {"level", level},
          {"message", {{"text", message_of(finding)}}},
          {"locations",
           {{{"physicalLocation", {{"artifactLocation", {{"uri", file.string()}}}}},
             {"logicalLocations", {{{"fullyQualifiedName", finding.subject}}}}}}},
          {"properties", {{"source", breach.rule->rule.source}, {"remedy", finding.remedy}}}};
}

void print_text(const std::filesystem::path& file, const std::vector<Breach>& breaches,
                Language language, LogLevel level) {
  for (const Breach& breach : breaches) {
    const bool named = breach.subject.starts_with(file.string());
    print_line((named ? "" : file.string() + ": ") + message_of(finding_of(breach, language)) +
               " [" + breach.code + ": " + breach.rule->rule.source + "]");
  }
  if (!breaches.empty() || level == LogLevel::kQuiet) return;
  print_line(file.string() + (language == Language::kVietnamese ? ": đạt" : ": sound"));
}

}  // namespace

ExitCode run_check(const CheckCommand& command) {
  const Profile profile = load_profile(command.profile);
  const Language language = command.language.value_or(language_of_environment());
  const CheckSettings settings{command.declared, command.trust, std::time(nullptr)};
  return for_each_file("check", command.files, command.talk, [&](const auto& file) {
    const std::vector<Breach> breaches = check_conformance(file, profile, settings);
    if (command.format == CheckFormat::kJson) {
      print_json_line(json_of_check(file, profile, breaches));
    } else if (command.format == CheckFormat::kSarif) {
      for (const Breach& breach : breaches) print_json_line(sarif_of(file, breach, language));
    } else {
      print_text(file, breaches, language, command.talk.level);
    }
    return breaches.empty() ? ExitCode::kDone : ExitCode::kAttention;
  });
}

}  // namespace sohoa
