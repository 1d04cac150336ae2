#include <filesystem>

#include "cli/commands.h"
#include "cli/json_lines.h"
#include "cli/output_file.h"
#include "cli/progress_printer.h"
#include "cli/report_printer.h"
#include "pipeline/deliver/delivery.h"
#include "pipeline/run/convert.h"
#include "pipeline/run/intake.h"
#include "pipeline/run/interrupt.h"

namespace sohoa {

namespace {

ExitCode finish(Report report, const Talk& talk, ProgressPrinter& progress) {
  progress.clear();
  report.seconds = progress.seconds();
  print_report(report, talk);
  return static_cast<ExitCode>(report.exit_code);
}

}  // namespace

ExitCode run_convert(const ConvertCommand& command) {
  stop_on_signals();
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
  stop_on_signals();
  refuse_folder(command.output);
  if (!command.overwrite) refuse_if_there(command.output);
  ProgressPrinter progress(command.talk);
  return finish(intake(command.inputs, command.output, command.settings,
                       [&](const PageDone& page) { progress.show(page); }),
                command.talk, progress);
}

}  // namespace sohoa
