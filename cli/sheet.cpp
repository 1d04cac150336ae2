#include "pipeline/package/sheet/sheet.h"

#include "cli/commands.h"
#include "cli/json_lines.h"
#include "cli/output_file.h"
#include "cli/report_printer.h"
#include "pipeline/deliver/delivery.h"
#include "pipeline/run/settings.h"
#include "pipeline/understand/codes/separator_code.h"

namespace sohoa {

namespace {

/// What would be printed must be read again.
void refuse_unreadable(const SeparatorCode& code) {
  if (separator_code({CodeKind::kQr, separator_text(code), {}})) return;
  throw Error(ExitCode::kUsage, separator_text(code), "is no code of a dossier and kind of a paper",
              "give --dossier as 000.00.01.H26-260930-0012 and --paper as giay-khai-sinh");
}

Json json_of_sheets(const SheetCommand& command) {
  return {{"schema", "sohoa.sheet/1"},
          {"output", command.output.string()},
          {"pages", command.count * static_cast<int>(command.sheets.size())}};
}

}  // namespace

ExitCode run_sheet(const SheetCommand& command) {
  for (const SeparatorSheet& sheet : command.sheets) refuse_unreadable(sheet.code);
  refuse_folder(command.output);
  if (!command.overwrite) refuse_if_there(command.output);
  SheetSettings settings;
  settings.count = command.count;
  settings.producer = std::string(kProgramName) + " " + kProgramVersion;
  if (is_standard_output(command.output)) use_standard_error_for_json();
  Delivery delivery(command.output);
  delivery.write_by(
      [&](const std::filesystem::path& path) { write_sheets(command.sheets, settings, path); });
  delivery.commit();
  if (command.talk.json) print_json_line(json_of_sheets(command));
  return ExitCode::kDone;
}

}  // namespace sohoa
