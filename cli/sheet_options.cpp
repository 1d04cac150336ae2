#include <CLI/CLI.hpp>

#include "cli/subcommand.h"
#include "cli/talk_options.h"

namespace sohoa {

namespace {

class SheetOptions : public Subcommand {
 public:
  explicit SheetOptions(CLI::App& app) {
    app.add_option("--output,-o", output_, "The sheets to print; - for standard output")
        ->required()
        ->type_name("OUT.pdf");
    app.add_option("--dossier", dossier_, "Code of the dossier that the papers belong to")
        ->type_name("CODE");
    app.add_option("--paper", papers_, "Kind of the paper that follows; a sheet for each")
        ->type_name("KIND");
    app.add_option("--count", count_, "Copies of each sheet")->check(CLI::Range(1, kSheetsMax));
    app.add_flag("--no-overwrite,-n", no_overwrite_, "Keep an output that is there");
    talk_.add_to(app);
  }

  Command command() override {
    SheetCommand command;
    command.output = output_;
    command.count = count_;
    command.overwrite = !no_overwrite_;
    command.talk = talk_.talk();
    if (papers_.empty()) papers_.emplace_back();
    for (const std::string& kind : papers_) command.sheets.push_back({{dossier_, kind}, ""});
    return command;
  }

 private:
  TalkOptions talk_;
  std::filesystem::path output_;
  std::string dossier_;
  std::vector<std::string> papers_;
  int count_ = 1;
  bool no_overwrite_ = false;
};

}  // namespace

std::unique_ptr<Subcommand> sheet_subcommand(CLI::App& app) {
  return std::make_unique<SheetOptions>(app);
}

}  // namespace sohoa
