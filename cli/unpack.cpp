#include "pipeline/package/unpack.h"

#include "cli/commands.h"
#include "cli/json_lines.h"
#include "cli/report_printer.h"
#include "models/record/json.h"
#include "pipeline/package/verify.h"

namespace sohoa {

namespace {

Json json_of_unpack(const UnpackCommand& command, bool unpacked,
                    const std::vector<Finding>& findings) {
  return {{"schema", "sohoa.unpack/1"},
          {"file", command.zip.string()},
          {"folder", command.folder.string()},
          {"unpacked", unpacked},
          {"findings", json_of(findings)}};
}

}  // namespace

ExitCode run_unpack(const UnpackCommand& command) {
  std::vector<Finding> findings = unpack(command.zip, command.folder);
  const bool unpacked = findings.empty();
  if (unpacked) findings = verify_package(command.zip);
  if (command.talk.json) {
    print_json_line(json_of_unpack(command, unpacked, findings));
  } else {
    list_findings(findings);
    if (unpacked && command.talk.level != LogLevel::kQuiet) {
      print_line(command.zip.string() + ": unpacked into " + command.folder.string());
    }
  }
  if (!unpacked) return ExitCode::kInput;
  return findings.empty() ? ExitCode::kDone : ExitCode::kAttention;
}

}  // namespace sohoa
