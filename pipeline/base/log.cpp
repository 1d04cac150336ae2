#include "pipeline/base/log.h"

#include <unistd.h>

#include <atomic>
#include <string>

namespace sohoa {

namespace {

std::atomic<LogLevel> level{LogLevel::kNormal};

// One write call a line, so that lines of several threads do not mix.
void print(std::string_view prefix, std::string_view line) {
  const std::string whole = "sohoa: " + std::string(prefix) + std::string(line) + "\n";
  if (::write(STDERR_FILENO, whole.data(), whole.size()) < 0) return;
}

}  // namespace

void set_log_level(LogLevel chosen) { level = chosen; }

void log_error(std::string_view line) { print("", line); }

void log_warning(std::string_view line) {
  if (level.load() != LogLevel::kQuiet) print("warning: ", line);
}

void log_detail(std::string_view line) {
  if (level.load() == LogLevel::kVerbose) print("", line);
}

}  // namespace sohoa
