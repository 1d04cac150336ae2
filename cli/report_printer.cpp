#include "cli/report_printer.h"

#include <cstdio>
#include <string>
#include <vector>

#include "cli/json_lines.h"
#include "models/record/json.h"
#include "pipeline/base/log.h"
#include "pipeline/base/standard_output.h"

namespace sohoa {

namespace {

std::string count_of(int number, const std::string& noun) {
  return std::to_string(number) + " " + noun + (number == 1 ? "" : "s");
}

std::string pages_sentence(const Report& report) {
  std::string text =
      count_of(report.pages_in, "page") + " in = " + std::to_string(report.pages_out) + " out";
  if (report.papers > 0) text += " in " + count_of(report.papers, "paper");
  text += " + " + std::to_string(report.pages_set_aside) + " set aside";
  if (report.pages_failed > 0) text += " (" + std::to_string(report.pages_failed) + " failed)";
  return text;
}

std::string sentence(const Report& report) {
  char tail[96];
  std::snprintf(tail, sizeof tail, "; %d words, confidence %.2f; %.1f s", report.words,
                report.mean_confidence, report.seconds);
  const bool attention = report.exit_code == static_cast<int>(ExitCode::kAttention);
  const std::string verdict = attention ? "done, but needs a person" : "done";
  return report.output + ": " + verdict + "; " + pages_sentence(report) + tail;
}

void print_finding(const Finding& finding, int places) {
  std::string line = message_of(finding);
  if (places > 1) line += " (" + std::to_string(places) + " places)";
  if (finding.severity == Severity::kError) log_error(line);
  if (finding.severity == Severity::kWarning) log_warning(line);
  if (finding.severity == Severity::kInfo) log_detail(line);
}

/// The same message about several places of a page is said once.
void print_findings(const std::vector<Finding>& findings) {
  for (std::size_t first = 0, end = 0; first < findings.size(); first = end) {
    const std::string line = message_of(findings[first]);
    for (end = first; end < findings.size() && message_of(findings[end]) == line;) ++end;
    print_finding(findings[first], static_cast<int>(end - first));
  }
}

}  // namespace

void print_report(const Report& report, const Talk& talk) {
  if (talk.json) print_json_line(json_of(report));
  print_findings(report.findings);
  if (talk.level != LogLevel::kQuiet && !talk.json) log_error(sentence(report));
}

void print_failure(const std::string& command, const Error& error, const Talk& talk) {
  log_error(error.what());
  if (!talk.json) return;
  Report report;
  report.command = command;
  report.exit_code = static_cast<int>(error.code());
  report.findings.push_back({"job.failed", Severity::kError, error.subject(), error.reason(),
                             error.remedy(), std::nullopt});
  print_json_line(json_of(report));
}

void print_line(const std::string& line) { write_to_standard_output(as_bytes(line + "\n")); }

void list_findings(const std::vector<Finding>& findings) {
  for (const Finding& finding : findings) {
    print_line(message_of(finding) + " [" + finding.code + "]");
  }
}

}  // namespace sohoa
