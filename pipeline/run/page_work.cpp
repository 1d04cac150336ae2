#include "pipeline/run/page_work.h"

#include <exception>
#include <memory>
#include <mutex>
#include <new>
#include <optional>
#include <utility>

#include "pipeline/base/error.h"
#include "pipeline/run/interrupt.h"
#include "pipeline/run/workers.h"

namespace sohoa {

namespace {

constexpr char kFailedCode[] = "page.failed";
constexpr double kSureWordConfidence = 0.7;

void describe_scan(const ScannedPage& scan, PageAccount& account) {
  account.master_sha256 = scan.master.sha256;
  account.master_original = scan.master.original;
  account.size = scan.size;
  account.dpi = scan.dpi;
  account.findings.insert(account.findings.end(), scan.findings.begin(), scan.findings.end());
}

void describe_clean(const CleanPage& clean, PageAccount& account) {
  account.quarter_turns = clean.quarter_turns;
  account.quality = clean.quality;
  account.findings.insert(account.findings.end(), clean.findings.begin(), clean.findings.end());
}

void describe_text(const TextPage& text, PageAccount& account) {
  double sum = 0;
  for (const Block& block : text.blocks) {
    for (const Line& line : block.lines) {
      for (const Word& word : line.words) {
        sum += word.confidence;
        // The pixels say that there is no ink; a word that the reader is sure of says otherwise.
        if (word.confidence >= kSureWordConfidence) account.quality.blank = false;
      }
      account.word_count += static_cast<int>(line.words.size());
    }
  }
  if (account.word_count > 0) account.mean_confidence = sum / account.word_count;
  for (Finding finding : text.findings) {
    finding.subject = name_of(account.source);
    account.findings.push_back(std::move(finding));
  }
}

void judge_blank(const Settings& settings, PageAccount& account) {
  if (!settings.set_blank_aside || !account.quality.blank) return;
  account.set_aside = SetAside::kBlank;
  account.set_aside_reason = "no print or writing on it";
}

bool is_copied(const ScannedPage& scan, const Settings& settings) {
  return settings.acquire.existing_text == ExistingText::kSkip &&
         scan.text_layer != TextLayer::kNone;
}

CompactSettings compact_settings(const Settings& settings) {
  CompactSettings compact;
  compact.level = settings.compaction;
  return compact;
}

void show(CompactPage compact, ReadPage& page) {
  PageAccount& account = page.account;
  account.shown = compact.rendition;
  if (compact.rendition != Rendition::kMaster) account.shown_sha256 = compact.sha256();
  account.findings.insert(account.findings.end(), compact.findings.begin(), compact.findings.end());
  page.scan.master = std::move(compact.picture);
  page.scan.placement = compact.placement;
  page.scan.layers = std::move(compact.layers);
  page.scan.overlays = std::move(compact.overlays);
  page.scan.rendition = compact.rendition;
}

/// The part of one worker thread: its own loader and reader.
class PageWorker {
 public:
  PageWorker(const Job& job, const Settings& settings)
      : job_(job),
        settings_(settings),
        loader_(acquire_settings(settings)),
        reader_(make_reader(settings.reader)) {
    if (job.knowledge) evidence_.emplace(*job.knowledge);
  }

  ReadPage operator()(const PageTask& task) {
    throw_if_interrupted();
    const InputFile& input = job_.inputs[task.input];
    ReadPage page;
    page.task = task;
    page.account.sequence = task.sequence;
    page.account.source = {input.name, task.number};
    try {
      do_page(input, page);
    } catch (const Error& error) {
      if (settings_.on_page_failure == OnPageFailure::kAbort || !is_of_page(error)) throw;
      mark_failed(error, page);
    } catch (const std::bad_alloc&) {
      const Error error(ExitCode::kInput, name_of(page.account.source), "needs too much memory",
                        "scan it again at a lower resolution");
      if (settings_.on_page_failure == OnPageFailure::kAbort) throw error;
      mark_failed(error, page);
    }
    page.scan.pixels = {};
    return page;
  }

  std::vector<Ingredient> ingredients() const { return reader_->ingredients(); }

 private:
  void do_page(const InputFile& input, ReadPage& page) {
    page.scan = loader_.load(input, page.task.number);
    describe_scan(page.scan, page.account);
    page.copied = is_copied(page.scan, settings_);
    if (page.copied) return;
    const CleanPage clean = clean_page(page.scan, settings_.clean);
    CompactPage compact = compact_page(page.scan, compact_settings(settings_));
    if (!evidence_) page.scan.pixels = {};  // the largest thing in memory
    describe_clean(clean, page.account);
    page.text = reader_->read(clean);
    describe_text(page.text, page.account);
    judge_blank(settings_, page.account);
    if (evidence_) look_at(clean, page);
    // What stands in no paper is kept as it is: nobody will look for a master elsewhere.
    if (!page.account.set_aside) show(std::move(compact), page);
  }

  void look_at(const CleanPage& clean, ReadPage& page) {
    page.evidence = evidence_->look_at(page.scan, clean, page.text, page.account.sequence);
    page.account.codes = page.evidence->view.codes;
    page.account.marks = page.evidence->view.marks;
  }

  // A missing program, a full disk or an interrupt is no fault of the page: the next one would meet
  // it too.
  static bool is_of_page(const Error& error) { return error.code() == ExitCode::kInput; }

  static void mark_failed(const Error& error, ReadPage& page) {
    page.account.set_aside = SetAside::kFailed;
    page.account.set_aside_reason = error.reason();
    page.account.findings.push_back({kFailedCode, Severity::kError, name_of(page.account.source),
                                     error.reason(), error.remedy(), std::nullopt});
  }

  const Job& job_;
  const Settings& settings_;
  PageLoader loader_;
  std::unique_ptr<Reader> reader_;
  std::optional<EvidenceReader> evidence_;
};

std::string state_of(const ReadPage& page) {
  if (page.account.set_aside == SetAside::kFailed) return "failed";
  if (page.account.quality.blank) return "blank";
  return page.copied ? "copied" : "read";
}

PageDone progress_of(const ReadPage& page, const Job& job) {
  return {page.account.source,     page.account.sequence,        static_cast<int>(job.tasks.size()),
          page.account.word_count, page.account.mean_confidence, state_of(page)};
}

}  // namespace

std::vector<Ingredient> read_pages(const Job& job, const Settings& settings,
                                   const ProgressListener& progress,
                                   const std::function<void(ReadPage&&)>& take) {
  std::mutex mutex;
  std::vector<Ingredient> ingredients;
  const auto make_work = [&] {
    auto worker = std::make_unique<PageWorker>(job, settings);
    const std::lock_guard lock(mutex);
    if (ingredients.empty()) ingredients = worker->ingredients();
    return [&job, worker = std::move(worker)](int index) { return (*worker)(job.tasks[index]); };
  };
  const auto take_page = [&](ReadPage&& page) {
    throw_if_interrupted();
    const PageDone done = progress_of(page, job);
    take(std::move(page));
    if (progress) progress(done);
  };
  OrderedWorkers<ReadPage>::run(static_cast<int>(job.tasks.size()), worker_count(settings),
                                make_work, take_page);
  return ingredients;
}

}  // namespace sohoa
