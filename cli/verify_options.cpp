#include <CLI/CLI.hpp>

#include "cli/subcommand.h"
#include "cli/talk_options.h"

namespace sohoa {

namespace {

class VerifyOptions : public Subcommand {
 public:
  explicit VerifyOptions(CLI::App& app) {
    app.add_option("files", files_, "PDFs, or packages with PDFs")
        ->required()
        ->type_name("FILE...");
    app.add_option("--trust", trust_,
                   "Trusted certificates (PEM); a signature without one of them is then wrong;"
                   " otherwise the system's, and a warning")
        ->type_name("FILE");
    talk_.add_to(app);
  }

  Command command() override { return VerifyCommand{files_, trust_, talk_.talk()}; }

 private:
  TalkOptions talk_;
  std::vector<std::filesystem::path> files_;
  std::filesystem::path trust_;
};

}  // namespace

std::unique_ptr<Subcommand> verify_subcommand(CLI::App& app) {
  return std::make_unique<VerifyOptions>(app);
}

}  // namespace sohoa
