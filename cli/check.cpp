#include <filesystem>
#include <fstream>
#include <string>

#include "cli/commands.h"
#include "cli/json_lines.h"
#include "cli/report_printer.h"
#include "models/record/json.h"
#include "pipeline/package/pdfa/pdfa_lint.h"
#include "pipeline/package/verify.h"

namespace sohoa {

namespace {

bool begins_like_pdf(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) throw input_error(file.string(), errno);
  char head[5] = {};
  stream.read(head, sizeof head);
  return std::string_view(head, sizeof head) == "%PDF-";
}

std::vector<Finding> findings_of(const std::filesystem::path& file) {
  return begins_like_pdf(file) ? lint_pdfa(file) : verify_package(file);
}

Json json_of_check(const std::filesystem::path& file, const std::vector<Finding>& findings) {
  return {{"schema", "sohoa.check/1"},
          {"file", file.string()},
          {"sound", findings.empty()},
          {"findings", json_of(findings)}};
}

void print_sentences(const std::filesystem::path& file, const std::vector<Finding>& findings,
                     LogLevel level) {
  list_findings(findings);
  if (findings.empty() && level != LogLevel::kQuiet) print_line(file.string() + ": sound");
}

}  // namespace

ExitCode run_check(const CheckCommand& command) {
  ExitCode code = ExitCode::kDone;
  for (const std::filesystem::path& file : command.files) {
    const std::vector<Finding> findings = findings_of(file);
    if (command.talk.json) {
      print_json_line(json_of_check(file, findings));
    } else {
      print_sentences(file, findings, command.talk.level);
    }
    if (!findings.empty()) code = ExitCode::kAttention;
  }
  return code;
}

}  // namespace sohoa
