#include <CLI/CLI.hpp>

#include "cli/subcommand.h"
#include "cli/talk_options.h"

namespace sohoa {

namespace {

class DoctorOptions : public Subcommand {
 public:
  explicit DoctorOptions(CLI::App& app) {
    app.add_option("-l,--language", language_, "Languages to read")->capture_default_str();
    talk_.add_to(app);
  }

  Command command() override { return DoctorCommand{language_, talk_.talk()}; }

 private:
  TalkOptions talk_;
  std::string language_ = ReaderSettings{}.language;
};

}  // namespace

std::unique_ptr<Subcommand> doctor_subcommand(CLI::App& app) {
  return std::make_unique<DoctorOptions>(app);
}

}  // namespace sohoa
