#include "cli/check_formats.h"
#include "cli/report_printer.h"

namespace sohoa {

void print_check_text(const std::filesystem::path& file, const std::vector<Breach>& breaches,
                      Language language, LogLevel level) {
  for (const Breach& breach : breaches) {
    const bool named = breach.subject.starts_with(file.string());
    print_line((named ? "" : file.string() + ": ") + message_of(finding_of(breach, language)) +
               " [" + breach.code + ": " + breach.rule->rule.source + "]");
  }
  if (!breaches.empty() || level == LogLevel::kQuiet) return;
  print_line(file.string() + (language == Language::kVietnamese ? ": đạt" : ": sound"));
}

}  // namespace sohoa
