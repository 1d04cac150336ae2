#include <CLI/CLI.hpp>

#include "cli/subcommand.h"
#include "cli/talk_options.h"

namespace sohoa {

namespace {

class UnpackOptions : public Subcommand {
 public:
  explicit UnpackOptions(CLI::App& app) {
    app.add_option("zip", zip_, "The package")->required()->type_name("IN.zip");
    app.add_option("folder", folder_, "A folder that is not there yet")
        ->required()
        ->type_name("FOLDER");
    talk_.add_to(app);
  }

  Command command() override { return UnpackCommand{zip_, folder_, talk_.talk()}; }

 private:
  TalkOptions talk_;
  std::filesystem::path zip_, folder_;
};

}  // namespace

std::unique_ptr<Subcommand> unpack_subcommand(CLI::App& app) {
  return std::make_unique<UnpackOptions>(app);
}

}  // namespace sohoa
