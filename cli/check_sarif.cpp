#include "cli/check_formats.h"
#include "cli/json_lines.h"
#include "pipeline/base/json.h"
#include "pipeline/base/percent.h"

namespace sohoa {

namespace {

/// A URI reference (SARIF 2.1.0, 3.4.3): what is relative stays so.
std::string uri_of(const std::filesystem::path& file) {
  return (file.is_absolute() ? "file://" : "") + percent_encoded(file.generic_string());
}

Json sarif_of(const std::filesystem::path& file, const Breach& breach, Language language) {
  const Finding finding = finding_of(breach, language);
  const char* level = finding.severity == Severity::kError     ? "error"
                      : finding.severity == Severity::kWarning ? "warning"
                                                               : "note";
  return {{"ruleId", finding.code},
          {"level", level},
          {"message", {{"text", message_of(finding)}}},
          {"locations",
           {{{"physicalLocation", {{"artifactLocation", {{"uri", uri_of(file)}}}}},
             {"logicalLocations", {{{"fullyQualifiedName", finding.subject}}}}}}},
          {"properties", {{"source", breach.rule->rule.source}, {"remedy", finding.remedy}}}};
}

}  // namespace

void print_check_sarif(const std::filesystem::path& file, const std::vector<Breach>& breaches,
                       Language language) {
  for (const Breach& breach : breaches) print_json_line(sarif_of(file, breach, language));
}

}  // namespace sohoa
