#include <CLI/CLI.hpp>
#include <map>

#include "cli/declaration_file.h"
#include "cli/job_options.h"
#include "cli/one_of.h"
#include "cli/subcommand.h"
#include "cli/talk_options.h"
#include "pipeline/run/intake.h"

namespace sohoa {

namespace {

// Papers in a record are for the archive.
const std::map<std::string, OutputType> kPaperTypes = {{"pdfa-2u", OutputType::kPdfA2u},
                                                       {"pdfa-3u", OutputType::kPdfA3u}};

const std::map<std::string, Masters> kMasters = {{"hash", Masters::kHash},
                                                 {"keep", Masters::kKeep}};

const std::map<std::string, Splitting> kSplittings = {{"auto", Splitting::kAuto},
                                                      {"by-file", Splitting::kByFile}};

class IntakeOptions : public Subcommand {
 public:
  explicit IntakeOptions(CLI::App& app) : job_(intake_settings()) {
    app.add_option("inputs", inputs_, "Files, folders, patterns, or - for standard input")
        ->required()
        ->type_name("IN...");
    app.add_option("-o,--output", output_, "The zip to make")->required()->type_name("OUT.zip");
    job_.add_to(app);
    add_record(app);
    talk_.add_to(app);
  }

  Command command() override {
    IntakeCommand command;
    command.talk = talk_.talk();
    command.settings = job_.effective_settings();
    command.settings.clean.rotate = !no_rotate_;
    command.settings.set_blank_aside = !keep_blank_;
    command.settings.declared = read_declaration(declared_);
    command.overwrite = job_.overwrite();
    command.inputs = inputs_;
    command.output = output_;
    return command;
  }

 private:
  void add_record(CLI::App& app) {
    const std::string record = "Record";
    app.add_flag("--no-rotate-pages", no_rotate_, "Do not turn pages")->group(record);
    app.add_flag("-d,--deskew", job_.settings.deskew, "Show pages straightened")->group(record);
    app.add_flag("--keep-blank", keep_blank_, "Blank pages stay in their paper")->group(record);
    app.add_option("--split", job_.settings.splitting,
                   "auto: papers are found within files; by-file: a file is a paper")
        ->transform(one_of(kSplittings))
        ->type_name("auto|by-file")
        ->group(record);
    app.add_option("--masters", job_.settings.masters,
                   "hash: digests of the scans; keep: the input files too")
        ->transform(one_of(kMasters))
        ->type_name("hash|keep")
        ->group(record);
    app.add_option("--output-type", job_.settings.output_type,
                   "Of the papers: pdfa-2u (the default) or pdfa-3u (with ALTO inside)")
        ->transform(one_of(kPaperTypes))
        ->type_name("TYPE")
        ->group(record);
    app.add_option("--declared", declared_,
                   "What the officer declared: codes, persons, number of pages")
        ->type_name("FILE.json")
        ->group(record);
  }

  JobOptions job_;
  TalkOptions talk_;
  std::vector<std::string> inputs_;
  std::string output_;
  std::filesystem::path declared_;
  bool no_rotate_ = false, keep_blank_ = false;
};

}  // namespace

std::unique_ptr<Subcommand> intake_subcommand(CLI::App& app) {
  return std::make_unique<IntakeOptions>(app);
}

}  // namespace sohoa
