#include <CLI/CLI.hpp>
#include <map>

#include "cli/declaration_file.h"
#include "cli/language.h"
#include "cli/subcommand.h"
#include "cli/talk_options.h"

namespace sohoa {

namespace {

constexpr char kDefaultProfile[] = "integrity";

const std::map<std::string, CheckFormat> kFormats = {
    {"text", CheckFormat::kText}, {"json", CheckFormat::kJson}, {"sarif", CheckFormat::kSarif}};

class CheckOptions : public Subcommand {
 public:
  explicit CheckOptions(CLI::App& app) {
    app.add_option("files", command_.files, "Packages (.zip), PDFs, folders of PDFs")
        ->required()
        ->type_name("FILE...");
    app.add_option("--profile", command_.profile,
                   "Rules to hold them against: one-stop-2023, archive-2025, nd30-copy, "
                   "civil-book-2019, or a JSON file")
        ->default_val(kDefaultProfile);
    app.add_option("--declared", declared_,
                   "What the officer declared: codes, persons, number of pages")
        ->type_name("FILE.json");
    app.add_option("--trust", command_.trust,
                   "Roots (PEM) that the certificates of signatures must lead to")
        ->type_name("FILE.pem");
    app.add_option("--lang", language_, "Language of the findings; otherwise the environment's")
        ->transform(CLI::CheckedTransformer(language_names()).description(""))
        ->type_name("vi|en");
    app.add_option("--format", command_.format,
                   "json: a line a file; sarif: a line a finding, as SARIF's results")
        ->transform(CLI::CheckedTransformer(kFormats).description(""))
        ->type_name("text|json|sarif");
    talk_.add_to(app);
    language_option_ = app.get_option("--lang");
  }

  Command command() override {
    CheckCommand command = command_;
    command.talk = talk_.talk();
    command.declared = read_declaration(declared_);
    if (language_option_->count() > 0) command.language = language_;
    if (command.talk.json) command.format = CheckFormat::kJson;
    command.talk.json = command.format == CheckFormat::kJson;
    return command;
  }

 private:
  CheckCommand command_;
  TalkOptions talk_;
  std::filesystem::path declared_;
  Language language_ = Language::kEnglish;
  const CLI::Option* language_option_ = nullptr;
};

}  // namespace

std::unique_ptr<Subcommand> check_subcommand(CLI::App& app) {
  return std::make_unique<CheckOptions>(app);
}

}  // namespace sohoa
