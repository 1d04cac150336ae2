#include <CLI/CLI.hpp>

#include "cli/inspect_overlay.h"
#include "cli/language.h"
#include "cli/subcommand.h"
#include "cli/talk_options.h"

namespace sohoa {

namespace {

class InspectOptions : public Subcommand {
 public:
  explicit InspectOptions(CLI::App& app) {
    app.add_option("record", command_.record, "A record that intake made")
        ->required()
        ->type_name("RECORD.zip");
    app.add_option("--overlay", command_.overlay,
                   "Write its pages with frames around what was found: green accepted, amber in "
                   "doubt, red against its pattern; OUT.png: a picture a page (OUT-0001.png ...)")
        ->type_name("OUT.pdf|OUT.png");
    language_option_ =
        app.add_option("--lang", language_, "Language of the table; otherwise the environment's")
            ->transform(CLI::CheckedTransformer(language_names()).description(""))
            ->type_name("vi|en");
    app.add_flag("--no-overwrite,-n", no_overwrite_, "Keep an output that is there");
    talk_.add_to(app);
  }

  Command command() override {
    InspectCommand command = command_;
    refuse_unless_picture(command.overlay);
    if (language_option_->count() > 0) command.language = language_;
    command.overwrite = !no_overwrite_;
    command.talk = talk_.talk();
    return command;
  }

 private:
  InspectCommand command_;
  TalkOptions talk_;
  Language language_ = Language::kEnglish;
  bool no_overwrite_ = false;
  const CLI::Option* language_option_ = nullptr;
};

}  // namespace

std::unique_ptr<Subcommand> inspect_subcommand(CLI::App& app) {
  return std::make_unique<InspectOptions>(app);
}

}  // namespace sohoa
