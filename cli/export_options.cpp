#include <CLI/CLI.hpp>

#include "cli/export_kinds.h"
#include "cli/subcommand.h"
#include "cli/talk_options.h"
#include "pipeline/base/error.h"

namespace sohoa {

namespace {

class ExportOptions : public Subcommand {
 public:
  explicit ExportOptions(CLI::App& app) {
    app.add_option("record", record_, "A record that intake made")->required()->type_name("IN.zip");
    app.add_option("output", output_, "The package to make")->required()->type_name("OUT.zip");
    app.add_option("--as", kind_,
                   "archive: AIP of TT 05/2025/TT-BNV; eark: of E-ARK CSIP 2.1; bagit: RFC 8493; "
                   "one-stop: as it is; civil-book: a table and a PDF a case")
        ->required()
        ->transform(CLI::CheckedTransformer(export_kinds()).description(""))
        ->type_name("KIND");
    app.add_flag("--sip", sip_, "archive, eark: a SIP, to be handed to another system");
    app.add_option("--metadata", metadata_,
                   "What the record cannot know: codes, title, terms (sohoa.export-metadata/1)")
        ->type_name("FILE.json");
    app.add_option("--schemas", schemas_,
                   "archive, eark: the receiving archive's XML schemas, put into schemas/")
        ->type_name("FOLDER");
    app.add_flag("--no-overwrite,-n", no_overwrite_, "Keep an output that is there");
    talk_.add_to(app);
  }

  Command command() override {
    const bool described = kind_ == ExportKind::kArchive || kind_ == ExportKind::kEark;
    if (!described && (sip_ || !schemas_.empty())) {
      throw Error(ExitCode::kUsage, "sohoa export", "--sip and --schemas are for archive and eark",
                  "see `sohoa export --help`");
    }
    ExportCommand command;
    command.record = record_;
    command.output = output_;
    command.kind = kind_;
    command.type = sip_ ? PackageType::kSip : PackageType::kAip;
    command.metadata = metadata_;
    command.schemas = schemas_;
    command.overwrite = !no_overwrite_;
    command.talk = talk_.talk();
    return command;
  }

 private:
  TalkOptions talk_;
  std::filesystem::path record_, output_, metadata_, schemas_;
  ExportKind kind_ = ExportKind::kOneStop;
  bool sip_ = false, no_overwrite_ = false;
};

}  // namespace

std::unique_ptr<Subcommand> export_subcommand(CLI::App& app) {
  return std::make_unique<ExportOptions>(app);
}

}  // namespace sohoa
