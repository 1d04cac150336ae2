#include "tests/bench/stages.h"

#include <memory>

#include "pipeline/package/package_check.h"
#include "pipeline/package/pdf/pdf_writer.h"
#include "pipeline/package/pdfa/pdfa_lint.h"
#include "pipeline/package/text_formats.h"
#include "pipeline/recognize/batch_engine.h"
#include "pipeline/recognize/ink.h"
#include "pipeline/recognize/languages.h"
#include "pipeline/recognize/line_measure.h"
#include "pipeline/recognize/own_models.h"
#include "pipeline/recognize/reading_order.h"
#include "pipeline/recognize/strip_reader.h"
#include "pipeline/recognize/strips.h"
#include "pipeline/recognize/tables.h"
#include "pipeline/recognize/unread_ink.h"
#include "pipeline/recognize/upright.h"
#include "pipeline/run/input_digests.h"
#include "pipeline/run/intake.h"
#include "pipeline/run/report.h"
#include "tests/bench/measure.h"
#include "tests/bench/page_lines.h"
#include "tests/bench/recorded_engine.h"

namespace sohoa::test {

namespace fs = std::filesystem;

namespace {

using Words = std::vector<std::vector<Word>>;  // of each strip

std::vector<std::string> names_of(const std::vector<fs::path>& images) {
  std::vector<std::string> names;
  for (const fs::path& image : images) names.push_back(image.string());
  return names;
}

BatchNetwork network_of(const ReaderSettings& reader) {
  const TrainedData model = read_traineddata(model_file(reader.model, reader.model_folder));
  return {parse_network(model.part(ModelPart::kNetwork)), chosen_kernel(), Activation::kPolynomial};
}

/// A page that went through all of its own stages.
struct DonePage {
  PageAccount account;
  ScannedPage scan;
  TextPage text;
};

/// What one worker and the package have, and the pages of one run.
class Stages {
 public:
  Stages(const std::vector<fs::path>& images, StageTimes& times)
      : job_(open_job(names_of(images), settings_, folder_)),
        package_(package_settings(job_, settings_, folder_.path())),
        loader_(settings_.acquire),
        engine_(with_own_model(settings_.reader)),
        network_(network_of(with_own_model(settings_.reader))),
        times_(times) {}

  void run() {
    pages_.clear();
    pdf_ = std::make_unique<PdfWriter>(package_.pdf);
    page_parts_ms_ = 0;
    for (const PageTask& task : job_.tasks) do_page(task);
    do_package();
  }

 private:
  void do_page(const PageTask& task) {
    page_ = task.sequence - 1;
    const InputFile& input = job_.inputs[task.input];
    timed("look into the file", [&] { open_input(input.path, input.name, settings_.acquire); });
    DonePage page;
    timed("decode the image, its digest", [&] { page.scan = loader_.load(input, task.number); });
    CleanPage clean;
    timed("clean", [&] { clean = clean_page(page.scan, settings_.clean); });
    page.scan.pixels = {};
    page.text = read(clean);
    page.account.sequence = task.sequence;
    page.account.source = page.scan.source;
    page.account.master_sha256 = page.scan.master.sha256;
    page_parts_ms_ += timed("page of the PDF", [&] { pdf_->add_page(page.scan, page.text); });
    page_parts_ms_ += timed("ALTO and text", [&] {
      alto_of(page.text, {});
      plain_text(page.text);
    });
    pages_.push_back(std::move(page));
  }

  TextPage read(const CleanPage& clean) {
    Ink ink;
    timed("find ink", [&] { ink = find_ink(clean.pixels); });
    const double letter_height = usual_letter_height(ink, clean.dpi);
    std::vector<Strip> strips;
    timed("find strips", [&] { strips = find_strips(ink, letter_height); });
    LineCollector collector;
    const double lines_ms = timed("cut out and resample lines",
                                  [&] { read_strips(collector, clean.pixels, ink, strips); });
    RecordingEngine recorded(engine_);
    const Words words = read_strips(recorded, clean.pixels, ink, strips);
    double network_ms = 0;
    const char* stage = "network";
    for (const RecordedCall& call : recorded.calls()) {
      network_ms += timed(stage, [&] { network_.run(call.lines); });
      stage = "network, doubtful lines again";
    }
    times_.add("labels to words", page_, recorded.ms() - network_ms);
    ReplayingEngine replaying(recorded);
    const double around_ms = ms_of([&] { read_strips(replaying, clean.pixels, ink, strips); });
    times_.add("words onto their ink, lines cut out again", page_, around_ms - lines_ms);
    TextPage text;
    timed("layout and reading order",
          [&] { text = laid_out(clean, ink, letter_height, strips, words); });
    return text;
  }

  /// As Reader::read has it.
  static TextPage laid_out(const CleanPage& clean, const Ink& ink, double letter_height,
                           const std::vector<Strip>& strips, const Words& words) {
    TextPage text = blank_text_page(clean);
    const double slope = page_slope(strips);
    std::vector<Line> lines;
    std::vector<StripReading> readings;
    for (std::size_t i = 0; i < strips.size(); ++i) {
      if (!words[i].empty()) lines.push_back(measured_line(ink, strips[i], words[i]));
      readings.push_back({strips[i], !words[i].empty()});
    }
    text.blocks = in_reading_order(std::move(lines), find_tables(ink, letter_height, slope),
                                   letter_height, slope);
    text.findings = find_unread_ink(ink, readings, letter_height);
    make_upright(text, clean);
    return text;
  }

  void do_package() {
    const fs::path pdf = folder_.path() / "paper.pdf";
    const fs::path zip = folder_.path() / "package.zip";
    const double builder_ms = ms_of([&] { build(zip); });
    const double pdf_ms = timed_a_page("the PDF's other objects", [&] { pdf_->write(pdf); });
    const double lint_ms = timed_a_page("check of the PDF/A", [&] { lint_pdfa(pdf); });
    const double verify_ms = timed_a_page("verify the zip", [&] {
      check_package(zip, {PaperCheck::kPageCount, folder_.path()});
    });
    const double rest_ms = builder_ms - page_parts_ms_ - pdf_ms - lint_ms - verify_ms;
    times_.add("zip, digests, record", 0, rest_ms / static_cast<double>(pages_.size()));
  }

  void build(const fs::path& zip) {
    Record record = record_of(job_, settings_);
    record.inputs = InputDigests(job_).finish();
    record.ingredients = engine_.ingredients();
    PackageBuilder builder(package_);
    for (const DonePage& page : pages_) {
      const int number = job_.tasks[page.account.sequence - 1].paper + 1;
      std::vector<Paper>& papers = record.dossier.papers;
      if (papers.empty() || papers.back().number != number) {
        const PaperPlan& plan = job_.papers[number - 1];
        Paper paper;
        paper.number = number;
        paper.name = file_stem(plan.title);
        paper.title = plan.title;
        papers.push_back(std::move(paper));
        builder.begin_paper(papers.back());
      }
      papers.back().pages.push_back(page.account.sequence);
      record.dossier.pages.push_back(page.account);
      builder.add_page(page.account, page.scan, page.text);
    }
    builder.finish(std::move(record), zip);
  }

  template <class Call>
  double timed(const char* stage, const Call& call) {
    const double ms = ms_of(call);
    times_.add(stage, page_, ms);
    return ms;
  }

  template <class Call>
  double timed_a_page(const char* stage, const Call& call) {
    const double ms = ms_of(call);
    times_.add(stage, 0, ms / static_cast<double>(pages_.size()));
    return ms;
  }

  const TemporaryFolder folder_;
  const Settings settings_ = intake_settings();
  const Job job_;
  const PackageSettings package_;
  PageLoader loader_;
  BatchEngine engine_;
  const BatchNetwork network_;
  StageTimes& times_;
  std::unique_ptr<PdfWriter> pdf_;
  std::vector<DonePage> pages_;
  double page_parts_ms_ = 0;  // of what the package makes of each page
  int page_ = 0;
};

}  // namespace

std::vector<StageFigures> measure_stages(const std::vector<fs::path>& images, int runs) {
  StageTimes times;
  Stages stages(images, times);
  for (int run = 0; run < runs; ++run) stages.run();
  return times.figures();
}

}  // namespace sohoa::test
