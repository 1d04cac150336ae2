#include <CLI/CLI.hpp>
#include <map>

#include "cli/job_options.h"
#include "cli/one_of.h"
#include "cli/subcommand.h"
#include "cli/talk_options.h"
#include "pipeline/base/error.h"
#include "pipeline/deliver/delivery.h"

namespace sohoa {

namespace {

constexpr char kSidecarBesideOutput[] = "beside";

const std::map<std::string, OutputType> kOutputTypes = {
    {"pdfa", OutputType::kPdfA2u},    {"pdfa-1b", OutputType::kPdfA1b},
    {"pdfa-2u", OutputType::kPdfA2u}, {"pdfa-2b", OutputType::kPdfA2b},
    {"pdfa-3u", OutputType::kPdfA3u}, {"pdf", OutputType::kPdf}};

class ConvertOptions : public Subcommand {
 public:
  explicit ConvertOptions(CLI::App& app) : app_(app), job_(Settings{}) {
    app.add_option("names", names_, "IN… OUT; - is standard input or output")
        ->required()
        ->expected(2, -1)
        ->type_name("IN... OUT");
    job_.add_to(app);
    add_page(app);
    add_output(app);
    talk_.add_to(app);
  }

  Command command() override;

 private:
  void add_page(CLI::App& app);
  void add_output(CLI::App& app);
  ExistingText existing_text() const;
  ConvertOutputs outputs() const;

  const CLI::App& app_;
  JobOptions job_;
  TalkOptions talk_;
  std::vector<std::string> names_;
  std::string sidecar_, alto_folder_, hocr_folder_, page_folder_;
  bool rotate_ = false;
  bool skip_text_ = false, redo_ocr_ = false, force_ocr_ = false;
  bool keep_going_ = false;
};

void ConvertOptions::add_page(CLI::App& app) {
  const std::string page = "Page";
  app.add_flag("-r,--rotate-pages", rotate_, "Turn pages upright")->group(page);
  app.add_flag("-d,--deskew", job_.settings.deskew, "Show pages straightened")->group(page);
  app.add_flag("--skip-text", skip_text_, "Keep pages that have text as they are")->group(page);
  app.add_flag("--redo-ocr", redo_ocr_, "Replace another program's text (the default)")
      ->group(page);
  app.add_flag("--force-ocr", force_ocr_, "Draw every page anew and read it")->group(page);
  app.add_flag("--copy-signed", job_.settings.acquire.copy_signed,
               "Make an unsigned copy of a digitally signed PDF")
      ->group(page);
  app.add_flag("-k,--keep-going", keep_going_,
               "Leave out pages that cannot be read, and exit with 3")
      ->group(page);
}

void ConvertOptions::add_output(CLI::App& app) {
  const std::string output = "Output";
  app.add_option("--output-type", job_.settings.output_type,
                 "pdfa (pdfa-2u, the default), pdfa-1b, -2b, -3u (with ALTO inside) or pdf")
      ->transform(one_of(kOutputTypes))
      ->type_name("TYPE")
      ->group(output);
  app.add_option("--title", job_.settings.title, "Title in the PDF")->group(output);
  app.add_option("--sidecar", sidecar_, "Plain text too; OUT.txt when no FILE is given")
      ->expected(0, 1)
      ->default_str(kSidecarBesideOutput)
      ->type_name("FILE")
      ->group(output);
  app.add_option("--alto", alto_folder_, "ALTO 4 too, a file for each page")
      ->type_name("FOLDER")
      ->group(output);
  app.add_option("--hocr", hocr_folder_, "hOCR too, a file for each page")
      ->type_name("FOLDER")
      ->group(output);
  app.add_option("--page-json", page_folder_, "Words and boxes as JSON too")
      ->type_name("FOLDER")
      ->group(output);
}

Command ConvertOptions::command() {
  ConvertCommand command;
  command.talk = talk_.talk();
  command.settings = job_.effective_settings();
  command.settings.clean.rotate = rotate_;
  command.settings.acquire.existing_text = existing_text();
  if (keep_going_) {
    command.settings.on_page_failure = OnPageFailure::kSetAside;
    command.settings.acquire.unreadable_file = UnreadableFile::kList;
  }
  command.overwrite = job_.overwrite();
  command.outputs = outputs();
  command.inputs.assign(names_.begin(), names_.end() - 1);
  return command;
}

ExistingText ConvertOptions::existing_text() const {
  if (skip_text_ + redo_ocr_ + force_ocr_ > 1) {
    throw Error(ExitCode::kUsage, "--skip-text, --redo-ocr and --force-ocr", "exclude each other",
                "give one of them");
  }
  if (skip_text_) return ExistingText::kSkip;
  if (force_ocr_) return ExistingText::kForce;
  return ExistingText::kRedo;
}

ConvertOutputs ConvertOptions::outputs() const {
  ConvertOutputs outputs;
  outputs.pdf = names_.back();
  outputs.alto_folder = alto_folder_;
  outputs.hocr_folder = hocr_folder_;
  outputs.page_folder = page_folder_;
  if (app_.count("--sidecar") == 0) return outputs;
  outputs.text = sidecar_;
  const bool beside = sidecar_.empty() || sidecar_ == kSidecarBesideOutput;
  if (beside) {
    outputs.text = outputs.pdf;
    outputs.text.replace_extension(".txt");
  }
  if (is_standard_output(outputs.pdf) && (is_standard_output(outputs.text) || beside)) {
    throw Error(ExitCode::kUsage, "--sidecar", "would share standard output with the PDF",
                "name a file for one of them");
  }
  return outputs;
}

}  // namespace

std::unique_ptr<Subcommand> convert_subcommand(CLI::App& app) {
  return std::make_unique<ConvertOptions>(app);
}

}  // namespace sohoa
