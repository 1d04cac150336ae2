#include <filesystem>

#include "cli/commands.h"
#include "cli/json_lines.h"
#include "cli/progress_printer.h"
#include "cli/report_printer.h"
#include "pipeline/deliver/delivery.h"
#include "pipeline/run/convert.h"
#include "pipeline/run/intake.h"

namespace sohoa {

namespace fs = std::filesystem;

namespace {

void refuse_if_there(const fs::path& output) {
  if (output.empty() || is_standard_output(output) || !fs::exists(output)) return;
  throw Error(ExitCode::kOutput, output.string(), "is there already",
              "choose another name or leave out --no-overwrite");
}

void refuse_folder(const fs::path& output) {
  if (!fs::is_directory(output)) return;
  throw Error(ExitCode::kUsage, output.string(), "is a folder", "name the file to make");
}

ExitCode finish(Report report, const Talk& talk, ProgressPrinter& progress) {
  progress.clear();
  report.seconds = progress.seconds();
  print_report(report, talk);
  return static_cast<ExitCode>(report.exit_code);
}

}  // namespace

ExitCode run_convert(const ConvertCommand& command) {
  refuse_folder(command.outputs.pdf);
  refuse_folder(command.outputs.text);
  if (!command.overwrite) {
    refuse_if_there(command.outputs.pdf);
    refuse_if_there(command.outputs.text);
  }
  const bool product_on_stdout =
      is_standard_output(command.outputs.pdf) || is_standard_output(command.outputs.text);
  if (product_on_stdout) use_standard_error_for_json();
  ProgressPrinter progress(command.talk);
  return finish(convert(command.inputs, command.outputs, command.settings,
                        [&](const PageDone& page) { progress.show(page); }),
                command.talk, progress);
}

ExitCode run_intake(const IntakeCommand& command) {
  refuse_folder(command.output);
  if (!command.overwrite) refuse_if_there(command.output);
  ProgressPrinter progress(command.talk);
  return finish(intake(command.inputs, command.output, command.settings,
                       [&](const PageDone& page) { progress.show(page); }),
                command.talk, progress);
}

}  // namespace sohoa
