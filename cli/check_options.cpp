#include <CLI/CLI.hpp>

#include "cli/subcommand.h"
#include "cli/talk_options.h"

namespace sohoa {

namespace {

class CheckOptions : public Subcommand {
 public:
  explicit CheckOptions(CLI::App& app) {
    app.add_option("files", files_, "Packages (.zip) and PDFs")->required()->type_name("FILE...");
    talk_.add_to(app);
  }

  Command command() override { return CheckCommand{files_, talk_.talk()}; }

 private:
  TalkOptions talk_;
  std::vector<std::filesystem::path> files_;
};

}  // namespace

std::unique_ptr<Subcommand> check_subcommand(CLI::App& app) {
  return std::make_unique<CheckOptions>(app);
}

}  // namespace sohoa
