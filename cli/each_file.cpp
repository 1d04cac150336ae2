#include "cli/each_file.h"

#include "cli/report_printer.h"

namespace sohoa {

ExitCode for_each_file(const std::string& command, const std::vector<std::filesystem::path>& files,
                       const Talk& talk,
                       const std::function<ExitCode(const std::filesystem::path&)>& look) {
  ExitCode all = ExitCode::kDone;
  for (const std::filesystem::path& file : files) {
    try {
      const ExitCode code = look(file);
      if (all == ExitCode::kDone) all = code;
    } catch (const Error& error) {
      if (error.code() != ExitCode::kInput) throw;
      print_failure(command, error, talk);
      all = ExitCode::kInput;
    }
  }
  return all;
}

}  // namespace sohoa
