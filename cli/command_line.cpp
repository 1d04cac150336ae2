#include "cli/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>
#include <sstream>
#include <utility>

#include "pipeline/base/error.h"
#include "pipeline/deliver/delivery.h"
#include "pipeline/run/intake.h"

namespace sohoa {

namespace {

constexpr char kSidecarBesideOutput[] = "beside";
constexpr int kJobsMax = 256;

constexpr char kExamples[] = R"(Examples:
  sohoa convert scan.pdf searchable.pdf            a text layer under every page
  sohoa convert -r -d p1.jpg p2.jpg out.pdf        pages turned upright and straightened
  sohoa convert --sidecar text.txt scan.tif out.pdf
  scanner | sohoa convert - - > out.pdf            in a pipe
  sohoa intake scans/ -o dossier.zip               a folder of scans → one verified record
  sohoa check dossier.zip                          is it whole, and as it was made?
  sohoa unpack dossier.zip dossier/                its files, when nothing in it is hostile
  sohoa doctor                                     is all here that is needed?

Exit codes: 0 done, 1 usage, 2 input unreadable, 3 done but something needs a person,
4 output or disk failure, 5 dependency missing, 130 interrupted.)";

const std::map<std::string, OutputType> kOutputTypes = {{"pdfa", OutputType::kPdfA2u},
                                                        {"pdfa-2u", OutputType::kPdfA2u},
                                                        {"pdfa-2b", OutputType::kPdfA2b},
                                                        {"pdfa-3u", OutputType::kPdfA3u},
                                                        {"pdf", OutputType::kPdf}};

// Papers in a record are for the archive.
const std::map<std::string, OutputType> kPaperTypes = {{"pdfa-2u", OutputType::kPdfA2u},
                                                       {"pdfa-3u", OutputType::kPdfA3u}};

const std::map<std::string, Masters> kMasters = {{"hash", Masters::kHash},
                                                 {"keep", Masters::kKeep}};

const std::map<std::string, EngineChoice> kEngines = {{"batch", EngineChoice::kBatch},
                                                      {"tesseract", EngineChoice::kTesseract}};

/// What the options of one command line were, before they are made into a command.
struct Options {
  std::vector<std::string> names;
  std::string input, output;
  std::string sidecar;
  std::string alto_folder, hocr_folder, page_folder;
  std::string pages;
  std::string model_folder;
  std::vector<std::string> clean_off;
  int optimize = 1;
  bool rotate = false, no_rotate = false;
  bool skip_text = false, redo_ocr = false, force_ocr = false;
  bool keep_going = false, keep_blank = false, no_overwrite = false;
  bool quiet = false, verbose = false;
  Settings settings;
  Talk talk;
};

void add_talk_options(CLI::App& command, Options& options) {
  const std::string group = "Messages";
  command.add_flag("-q,--quiet", options.quiet, "Errors only")->group(group);
  command.add_flag("-v,--verbose", options.verbose, "A line for each page")->group(group);
  command.add_flag("--json", options.talk.json, "JSON lines: progress, then a final report")
      ->group(group);
}

void add_reading_options(CLI::App& command, Options& options) {
  Settings& settings = options.settings;
  const std::string reading = "Reading";
  command.add_option("-l,--language", settings.reader.language, "Languages to read, as in vie+eng")
      ->capture_default_str()
      ->group(reading);
  command
      .add_option("--engine", settings.reader.engine,
                  "What recognizes the lines: batch where it can run the model, else tesseract")
      ->transform(CLI::Transformer(kEngines, CLI::ignore_case).description("batch|tesseract"))
      ->group(reading);
  command.add_option("--model-folder", options.model_folder, "Folder of .traineddata files")
      ->group(reading);
  command
      .add_flag("--no-guard{false}", settings.reader.guard,
                "Leave words as the network has them, whatever stands around them")
      ->group(reading);
  command
      .add_option("--clean-off", options.clean_off,
                  "Cleaning steps to leave out, with commas (for measurements)")
      ->delimiter(',')
      ->group(reading);
  const std::string input = "Input";
  command.add_option("--pages", options.pages, "Pages of each input, as in 1-3,7,9-end")
      ->group(input);
  command
      .add_option("--image-dpi", settings.acquire.image_dpi,
                  "Resolution of images that do not tell a credible one")
      ->check(CLI::Range(30.0, 4800.0))
      ->group(input);
  command
      .add_option("--max-image-mpixels", settings.acquire.image_mpixels_max,
                  "Refuse larger pages, in millions of pixels")
      ->check(CLI::Range(0.01, 10000.0))
      ->capture_default_str()
      ->group(input);
  command
      .add_option("--timeout", settings.acquire.page_seconds_max,
                  "Seconds to draw one page, at most")
      ->check(CLI::Range(1, 3600))
      ->capture_default_str()
      ->group(input);
  const std::string job = "Job";
  command.add_option("-j,--jobs", settings.jobs, "Pages at a time; 0: one a processor")
      ->check(CLI::Range(0, kJobsMax))
      ->capture_default_str()
      ->group(job);
  command
      .add_option("--job-time", settings.job_time,
                  "Time that the result names (ISO 8601); otherwise the newest input's")
      ->group(job);
  command.add_flag("-n,--no-overwrite", options.no_overwrite, "Refuse an output that is there")
      ->group(job);
}

void add_convert_options(CLI::App& command, Options& options) {
  command.add_option("names", options.names, "IN… OUT; - is standard input or output")
      ->required()
      ->expected(2, -1)
      ->type_name("IN... OUT");
  add_reading_options(command, options);
  const std::string page = "Page";
  command.add_flag("-r,--rotate-pages", options.rotate, "Turn pages upright")->group(page);
  command.add_flag("-d,--deskew", options.settings.deskew, "Show pages straightened")->group(page);
  command.add_flag("--skip-text", options.skip_text, "Keep pages that have text as they are")
      ->group(page);
  command.add_flag("--redo-ocr", options.redo_ocr, "Replace another program's text (the default)")
      ->group(page);
  command.add_flag("--force-ocr", options.force_ocr, "Draw every page anew and read it")
      ->group(page);
  command
      .add_flag("--copy-signed", options.settings.acquire.copy_signed,
                "Make an unsigned copy of a digitally signed PDF")
      ->group(page);
  command
      .add_flag("-k,--keep-going", options.keep_going,
                "Leave out pages that cannot be read, and exit with 3")
      ->group(page);
  const std::string output = "Output";
  command
      .add_option("--output-type", options.settings.output_type,
                  "pdfa (pdfa-2u, the default), pdfa-2b, pdfa-3u (with ALTO inside) or pdf")
      ->transform(CLI::CheckedTransformer(kOutputTypes).description(""))
      ->type_name("TYPE")
      ->group(output);
  command.add_option("-O,--optimize", options.optimize, "0, 1: the scan's own image, unchanged")
      ->check(CLI::Range(0, 3))
      ->capture_default_str()
      ->group(output);
  command.add_option("--title", options.settings.title, "Title in the PDF")->group(output);
  command.add_option("--sidecar", options.sidecar, "Plain text too; OUT.txt when no FILE is given")
      ->expected(0, 1)
      ->default_str(kSidecarBesideOutput)
      ->type_name("FILE")
      ->group(output);
  command.add_option("--alto", options.alto_folder, "ALTO 4 too, a file for each page")
      ->type_name("FOLDER")
      ->group(output);
  command.add_option("--hocr", options.hocr_folder, "hOCR too, a file for each page")
      ->type_name("FOLDER")
      ->group(output);
  command.add_option("--page-json", options.page_folder, "Words and boxes as JSON too")
      ->type_name("FOLDER")
      ->group(output);
  add_talk_options(command, options);
}

void add_intake_options(CLI::App& command, Options& options) {
  options.settings = intake_settings();
  command.add_option("inputs", options.names, "Files, folders, patterns, or - for standard input")
      ->required()
      ->type_name("IN...");
  command.add_option("-o,--output", options.output, "The zip to make")
      ->required()
      ->type_name("OUT.zip");
  add_reading_options(command, options);
  const std::string record = "Record";
  command.add_flag("--no-rotate-pages", options.no_rotate, "Do not turn pages")->group(record);
  command.add_flag("-d,--deskew", options.settings.deskew, "Show pages straightened")
      ->group(record);
  command.add_flag("--keep-blank", options.keep_blank, "Blank pages stay in their paper")
      ->group(record);
  command
      .add_option("--masters", options.settings.masters,
                  "hash: digests of the scans; keep: the input files too")
      ->transform(CLI::CheckedTransformer(kMasters).description(""))
      ->type_name("hash|keep")
      ->group(record);
  command
      .add_option("--output-type", options.settings.output_type,
                  "Of the papers: pdfa-2u (the default) or pdfa-3u (with ALTO inside)")
      ->transform(CLI::CheckedTransformer(kPaperTypes).description(""))
      ->type_name("TYPE")
      ->group(record);
  add_talk_options(command, options);
}

Talk talk_of(const Options& options) {
  if (options.quiet && options.verbose) {
    throw Error(ExitCode::kUsage, "-q and -v", "exclude each other", "give one of them");
  }
  Talk talk = options.talk;
  if (options.quiet) talk.level = LogLevel::kQuiet;
  if (options.verbose) talk.level = LogLevel::kVerbose;
  return talk;
}

ExistingText existing_text_of(const Options& options) {
  if (options.skip_text + options.redo_ocr + options.force_ocr > 1) {
    throw Error(ExitCode::kUsage, "--skip-text, --redo-ocr and --force-ocr", "exclude each other",
                "give one of them");
  }
  if (options.skip_text) return ExistingText::kSkip;
  if (options.force_ocr) return ExistingText::kForce;
  return ExistingText::kRedo;
}

Settings settings_of(const Options& options) {
  Settings settings = options.settings;
  if (!options.pages.empty()) settings.pages = parse_page_ranges(options.pages);
  settings.reader.model_folder = options.model_folder;
  settings.clean.off = options.clean_off;
  return settings;
}

ConvertCommand convert_command(Options options, bool sidecar_wanted) {
  if (options.optimize > 1) {
    throw Error(ExitCode::kUsage, "-O " + std::to_string(options.optimize),
                "would change the scan's image, which is always kept as it is",
                "give -O 0 or -O 1");
  }
  ConvertCommand command;
  command.talk = talk_of(options);
  command.settings = settings_of(options);
  command.settings.clean.rotate = options.rotate;
  command.settings.acquire.existing_text = existing_text_of(options);
  if (options.keep_going) {
    command.settings.on_page_failure = OnPageFailure::kSetAside;
    command.settings.acquire.unreadable_file = UnreadableFile::kList;
  }
  command.overwrite = !options.no_overwrite;
  command.outputs.pdf = options.names.back();
  options.names.pop_back();
  command.inputs = std::move(options.names);
  command.outputs.alto_folder = options.alto_folder;
  command.outputs.hocr_folder = options.hocr_folder;
  command.outputs.page_folder = options.page_folder;
  if (sidecar_wanted) command.outputs.text = options.sidecar;
  const bool beside =
      sidecar_wanted && (options.sidecar.empty() || options.sidecar == kSidecarBesideOutput);
  if (beside) {
    command.outputs.text = command.outputs.pdf;
    command.outputs.text.replace_extension(".txt");
  }
  if (is_standard_output(command.outputs.pdf) &&
      (is_standard_output(command.outputs.text) || beside)) {
    throw Error(ExitCode::kUsage, "--sidecar", "would share standard output with the PDF",
                "name a file for one of them");
  }
  return command;
}

IntakeCommand intake_command(Options options) {
  IntakeCommand command;
  command.talk = talk_of(options);
  command.settings = settings_of(options);
  command.settings.clean.rotate = !options.no_rotate;
  command.settings.set_blank_aside = !options.keep_blank;
  command.overwrite = !options.no_overwrite;
  command.inputs = std::move(options.names);
  command.output = options.output;
  return command;
}

Error usage_error(const CLI::ParseError& error, const std::string& command) {
  std::string reason = error.what();
  std::replace(reason.begin(), reason.end(), '\n', ' ');
  return Error(ExitCode::kUsage, command, reason, "see `" + command + " --help`");
}

}  // namespace

Command parse_command_line(int argc, const char* const* argv) {
  CLI::App app("sohoa turns paper into searchable, verifiable records.", kProgramName);
  app.set_version_flag("--version", std::string(kProgramName) + " " + kProgramVersion);
  app.footer(kExamples);
  app.require_subcommand(1);

  Options convert, intake, check, unpack, doctor;
  CLI::App* convert_app =
      app.add_subcommand("convert", "Scans or a PDF in, one searchable PDF/A out");
  CLI::App* intake_app = app.add_subcommand("intake", "A dossier's scans in, one verified zip out");
  CLI::App* check_app =
      app.add_subcommand("check", "Is a package whole and as it was made? Is a PDF a PDF/A?");
  CLI::App* unpack_app =
      app.add_subcommand("unpack", "A package's files into a folder; nothing of a hostile one");
  CLI::App* doctor_app = app.add_subcommand("doctor", "What is installed, what is missing");
  add_convert_options(*convert_app, convert);
  add_intake_options(*intake_app, intake);
  check_app->add_option("files", check.names, "Packages (.zip) and PDFs")
      ->required()
      ->type_name("FILE...");
  add_talk_options(*check_app, check);
  unpack_app->add_option("zip", unpack.input, "The package")->required()->type_name("IN.zip");
  unpack_app->add_option("folder", unpack.output, "A folder that is not there yet")
      ->required()
      ->type_name("FOLDER");
  add_talk_options(*unpack_app, unpack);
  doctor_app->add_option("-l,--language", doctor.settings.reader.language, "Languages to read")
      ->capture_default_str();
  add_talk_options(*doctor_app, doctor);

  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& success) {  // --help, --version
    std::ostringstream text;
    std::ostringstream ignored;
    app.exit(success, text, ignored);
    return PrintCommand{text.str()};
  } catch (const CLI::ParseError& error) {
    const std::vector<CLI::App*> chosen = app.get_subcommands();
    const std::string command = chosen.empty() ? "" : " " + chosen.front()->get_name();
    throw usage_error(error, kProgramName + command);
  }
  if (*convert_app) {
    return convert_command(std::move(convert), convert_app->count("--sidecar") > 0);
  }
  if (*intake_app) return intake_command(std::move(intake));
  if (*check_app) {
    return CheckCommand{{check.names.begin(), check.names.end()}, talk_of(check)};
  }
  if (*unpack_app) return UnpackCommand{unpack.input, unpack.output, talk_of(unpack)};
  return DoctorCommand{doctor.settings.reader.language, talk_of(doctor)};
}

}  // namespace sohoa
