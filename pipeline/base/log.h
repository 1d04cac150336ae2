#pragma once

#include <string_view>

namespace sohoa {

enum class LogLevel { kQuiet, kNormal, kVerbose };

/// For the whole process; kNormal until set. Messages go to standard error, one line each, and
/// never carry recognized text.
void set_log_level(LogLevel level);

void log_error(std::string_view line);    // printed at every level
void log_warning(std::string_view line);  // kNormal and up
void log_detail(std::string_view line);   // kVerbose

}  // namespace sohoa
