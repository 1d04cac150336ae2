#include "cli/talk_options.h"

#include "pipeline/base/error.h"

namespace sohoa {

void TalkOptions::add_to(CLI::App& app) {
  const std::string group = "Messages";
  app.add_flag("-q,--quiet", quiet_, "Errors only")->group(group);
  app.add_flag("-v,--verbose", verbose_, "A line for each page")->group(group);
  app.add_flag("--json", json_, "JSON lines: progress, then a final report")->group(group);
}

Talk TalkOptions::talk() const {
  if (quiet_ && verbose_) {
    throw Error(ExitCode::kUsage, "-q and -v", "exclude each other", "give one of them");
  }
  Talk talk;
  talk.json = json_;
  if (quiet_) talk.level = LogLevel::kQuiet;
  if (verbose_) talk.level = LogLevel::kVerbose;
  return talk;
}

}  // namespace sohoa
