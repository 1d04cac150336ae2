#include "pipeline/package/export/export.h"

#include "cli/commands.h"
#include "cli/export_kinds.h"
#include "cli/json_lines.h"
#include "cli/output_file.h"
#include "cli/report_printer.h"
#include "models/record/json.h"
#include "pipeline/deliver/delivery.h"
#include "pipeline/run/settings.h"

namespace sohoa {

namespace {

Json json_of_export(const ExportCommand& command, const std::vector<Finding>& faults) {
  return {{"schema", "sohoa.export/1"},        {"file", command.record.string()},
          {"output", command.output.string()}, {"kind", name_of(command.kind)},
          {"exported", faults.empty()},        {"findings", json_of(faults)}};
}

}  // namespace

ExitCode run_export(const ExportCommand& command) {
  refuse_folder(command.output);
  refuse_same_file(command.output, command.record);
  if (!command.overwrite) refuse_if_there(command.output);
  ExportSettings settings;
  settings.kind = command.kind;
  settings.type = command.type;
  settings.schemas = command.schemas;
  settings.program_version = kProgramVersion;
  if (!command.metadata.empty()) settings.metadata = load_export_metadata(command.metadata);
  if (is_standard_output(command.output)) use_standard_error_for_json();
  Delivery delivery(command.output);
  settings.work_folder = delivery.work_folder();
  std::vector<Finding> faults;
  delivery.write_by([&](const std::filesystem::path& path) {
    faults = export_package(command.record, path, settings);
  });
  if (faults.empty()) delivery.commit();
  if (command.talk.json) {
    print_json_line(json_of_export(command, faults));
  } else if (!faults.empty()) {
    list_findings(faults);
  } else if (command.talk.level != LogLevel::kQuiet && !is_standard_output(command.output)) {
    print_line(command.output.string() + ": " + name_of(command.kind));
  }
  return faults.empty() ? ExitCode::kDone : ExitCode::kInput;
}

}  // namespace sohoa
