#pragma once

#include "cli/command_line.h"
#include "pipeline/base/error.h"

namespace sohoa {

ExitCode run_convert(const ConvertCommand& command);
ExitCode run_intake(const IntakeCommand& command);
ExitCode run_check(const CheckCommand& command);
ExitCode run_unpack(const UnpackCommand& command);
ExitCode run_sign(const SignCommand& command);
ExitCode run_sign_record(const SignCommand& command);  // of a record in a zip
ExitCode run_verify(const VerifyCommand& command);
ExitCode run_export(const ExportCommand& command);
ExitCode run_inspect(const InspectCommand& command);
ExitCode run_sheet(const SheetCommand& command);
ExitCode run_doctor(const DoctorCommand& command);

/// argv → settings → one call → exit code. Nothing escapes but the exit code.
ExitCode run_program(int argc, const char* const* argv);

}  // namespace sohoa
