#include "pipeline/package/sheet/sheet.h"

#include <algorithm>

#include "cli/commands.h"
#include "cli/json_lines.h"
#include "cli/output_file.h"
#include "cli/report_printer.h"
#include "models/papers/kind.h"
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

/// With the titles of their kinds.
std::vector<SeparatorSheet> titled(std::vector<SeparatorSheet> sheets) {
  const bool any = std::any_of(sheets.begin(), sheets.end(), [](const SeparatorSheet& sheet) {
    return !sheet.code.kind_code.empty();
  });
  if (!any) return sheets;
  const std::vector<PaperKind> kinds = load_kinds();
  for (SeparatorSheet& sheet : sheets) {
    if (sheet.code.kind_code.empty()) continue;
    const PaperKind* kind = kind_of(kinds, sheet.code.kind_code);
    if (kind == nullptr) {
      throw Error(ExitCode::kUsage, "--paper " + sheet.code.kind_code, "is no kind of paper",
                  "give one that models/papers/kinds has a file of");
    }
    sheet.kind_title = kind->title.vi;
  }
  return sheets;
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
  const std::vector<SeparatorSheet> sheets = titled(command.sheets);
  SheetSettings settings;
  settings.count = command.count;
  settings.producer = std::string(kProgramName) + " " + kProgramVersion;
  if (is_standard_output(command.output)) use_standard_error_for_json();
  Delivery delivery(command.output);
  delivery.write_by(
      [&](const std::filesystem::path& path) { write_sheets(sheets, settings, path); });
  delivery.commit();
  if (command.talk.json) print_json_line(json_of_sheets(command));
  return ExitCode::kDone;
}

}  // namespace sohoa
