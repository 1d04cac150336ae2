#pragma once

#include "cli/command_line.h"
#include "models/record/report.h"
#include "pipeline/base/error.h"

namespace sohoa {

/// The end of a job for its caller: findings as warnings and one sentence, or the report as JSON.
void print_report(const Report& report, const Talk& talk);

/// A job that failed: its message, and a report when JSON was asked for.
void print_failure(const std::string& command, const Error& error, const Talk& talk);

/// On standard output, as what a command was asked for.
void print_line(const std::string& line);
/// A line each, with its code.
void list_findings(const std::vector<Finding>& findings);

}  // namespace sohoa
