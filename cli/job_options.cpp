#include "cli/job_options.h"

#include <map>

#include "cli/one_of.h"

namespace sohoa {

namespace {

constexpr int kJobsMax = 256;

const std::map<std::string, EngineChoice> kEngines = {{"batch", EngineChoice::kBatch},
                                                      {"tesseract", EngineChoice::kTesseract}};

const std::map<std::string, Compaction> kCompactions = {{"0", Compaction::kNone},
                                                        {"1", Compaction::kLossless},
                                                        {"2", Compaction::kReencode},
                                                        {"3", Compaction::kLayers}};

}  // namespace

void JobOptions::add_to(CLI::App& app) {
  add_reading(app);
  add_input(app);
  add_job(app);
  app.add_option("-O,--optimize", settings.compaction,
                 "0 (the default): the scan's own image; 1: the same pixels in fewer bytes; "
                 "access copies: 2: one JPEG a page, 3: layers")
      ->transform(one_of(kCompactions))
      ->type_name("0|1|2|3")
      ->group("Size");
}

void JobOptions::add_reading(CLI::App& app) {
  const std::string reading = "Reading";
  app.add_option("-l,--language", settings.reader.language, "Languages to read, as in vie+eng")
      ->capture_default_str()
      ->group(reading);
  app.add_option("--engine", settings.reader.engine,
                 "What recognizes the lines: batch where it can run the model, else tesseract")
      ->transform(CLI::Transformer(kEngines, CLI::ignore_case).description("batch|tesseract"))
      ->group(reading);
  app.add_option("--model-folder", model_folder_, "Folder of .traineddata files")->group(reading);
  app.add_flag("--no-guard{false}", settings.reader.guard,
               "Leave words as the network has them, whatever stands around them")
      ->group(reading);
  app.add_option("--clean-off", clean_off_,
                 "Cleaning steps to leave out, with commas (for measurements)")
      ->delimiter(',')
      ->group(reading);
}

void JobOptions::add_input(CLI::App& app) {
  const std::string input = "Input";
  app.add_option("--pages", pages_, "Pages of each input, as in 1-3,7,9-end")->group(input);
  app.add_option("--image-dpi", settings.acquire.image_dpi,
                 "Resolution of images that do not tell a credible one")
      ->check(CLI::Range(30.0, 4800.0))
      ->group(input);
  app.add_option("--max-image-mpixels", settings.acquire.image_mpixels_max,
                 "Refuse larger pages, in millions of pixels")
      ->check(CLI::Range(0.01, 10000.0))
      ->capture_default_str()
      ->group(input);
  app.add_option("--timeout", settings.acquire.page_seconds_max,
                 "Seconds to draw one page, at most")
      ->check(CLI::Range(1, 3600))
      ->capture_default_str()
      ->group(input);
}

void JobOptions::add_job(CLI::App& app) {
  const std::string job = "Job";
  app.add_option("-j,--jobs", settings.jobs, "Pages at a time; 0: one a processor")
      ->check(CLI::Range(0, kJobsMax))
      ->capture_default_str()
      ->group(job);
  app.add_option("--job-time", settings.job_time,
                 "Time that the result names (ISO 8601); otherwise the newest input's")
      ->group(job);
  app.add_flag("-n,--no-overwrite", no_overwrite_, "Refuse an output that is there")->group(job);
}

Settings JobOptions::effective_settings() const {
  Settings effective = settings;
  if (!pages_.empty()) effective.pages = parse_page_ranges(pages_);
  effective.reader.model_folder = model_folder_;
  effective.clean.off = clean_off_;
  return effective;
}

}  // namespace sohoa
