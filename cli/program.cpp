#include <cstdlib>
#include <exception>
#include <new>
#include <string>

#include "cli/commands.h"
#include "cli/report_printer.h"
#include "pipeline/base/log.h"
#include "pipeline/base/memory.h"
#include "pipeline/base/standard_output.h"
#include "pipeline/run/interrupt.h"

namespace sohoa {

namespace {

/// Runs one command; a failure of it is said as its options ask.
template <class C>
ExitCode attempt(const std::string& name, const C& command, ExitCode (*run)(const C&)) {
  set_log_level(command.talk.level);
  try {
    return run(command);
  } catch (const Error& error) {
    print_failure(name, error, command.talk);
    return error.code();
  } catch (const std::bad_alloc&) {
    const Error error(ExitCode::kInput, name, "memory ran out", "use fewer --jobs");
    print_failure(name, error, command.talk);
    return error.code();
  }
}

struct Dispatch {
  ExitCode operator()(const ConvertCommand& command) const {
    return attempt("convert", command, run_convert);
  }
  ExitCode operator()(const IntakeCommand& command) const {
    return attempt("intake", command, run_intake);
  }
  ExitCode operator()(const CheckCommand& command) const {
    return attempt("check", command, run_check);
  }
  ExitCode operator()(const UnpackCommand& command) const {
    return attempt("unpack", command, run_unpack);
  }
  ExitCode operator()(const SignCommand& command) const {
    return attempt("sign", command, run_sign);
  }
  ExitCode operator()(const VerifyCommand& command) const {
    return attempt("verify", command, run_verify);
  }
  ExitCode operator()(const ExportCommand& command) const {
    return attempt("export", command, run_export);
  }
  ExitCode operator()(const InspectCommand& command) const {
    return attempt("inspect", command, run_inspect);
  }
  ExitCode operator()(const SheetCommand& command) const {
    return attempt("sheet", command, run_sheet);
  }
  ExitCode operator()(const DoctorCommand& command) const {
    return attempt("doctor", command, run_doctor);
  }
  ExitCode operator()(const PrintCommand& command) const {
    write_to_standard_output(as_bytes(command.text));
    return ExitCode::kDone;
  }
};

}  // namespace

ExitCode run_program(int argc, const char* const* argv) {
  keep_blocks_in_large_pages();
  protect_standard_output();
  report_failed_writes();
  try {
    return std::visit(Dispatch(), parse_command_line(argc, argv));
  } catch (const Error& error) {
    log_error(error.what());
    return error.code();
  } catch (const std::exception& error) {
    log_error(std::string("unexpected: ") + error.what() + "; please report it with the command");
    return ExitCode::kInput;
  }
}

}  // namespace sohoa
