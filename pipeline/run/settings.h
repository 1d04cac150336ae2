#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "models/record/declaration.h"
#include "pipeline/acquire/acquire.h"
#include "pipeline/clean/clean.h"
#include "pipeline/package/compact/compact.h"
#include "pipeline/package/package.h"
#include "pipeline/recognize/reader.h"
#include "pipeline/understand/paper_finder.h"

namespace sohoa {

inline constexpr char kProgramName[] = "sohoa";
inline constexpr char kProgramVersion[] = SOHOA_VERSION;

/// Pages from `first` to `last`, both counted; `last` 0: to the end.
struct PageRange {
  int first = 1;
  int last = 0;
};

/// Whether papers are found, told apart and read out.
enum class Understanding { kOff, kOn };

enum class OnPageFailure {
  kAbort,     // the job ends, nothing is written
  kSetAside,  // the page is accounted for as failed, the job goes on and exits with 3
};

/// All that shapes a job. Defaults are those of `sohoa convert`.
struct Settings {
  AcquireSettings acquire;
  CleanSettings clean;
  ReaderSettings reader;
  OutputType output_type = OutputType::kPdfA2u;
  bool deskew = false;
  std::string title;
  std::vector<PageRange> pages;  // of each input file; empty: all
  OnPageFailure on_page_failure = OnPageFailure::kAbort;
  bool set_blank_aside = false;
  Understanding understanding = Understanding::kOff;
  Splitting splitting = Splitting::kByFile;   // where papers are understood
  Compaction compaction = Compaction::kNone;  // of the pictures of pages that stand in a paper
  Masters masters = Masters::kHash;
  std::optional<Declaration> declared;  // what the officer says of the dossier
  int jobs = 0;                         // worker threads; 0: one a processor
  std::string job_time;  // ISO 8601; empty: the newest of the inputs' modification times
};

/// The effective settings that shape the bytes of the result, for record.json. `jobs` is not one.
std::vector<std::pair<std::string, std::string>> settings_for_record(const Settings& settings);

/// How pages are loaded for the type of output.
AcquireSettings acquire_settings(const Settings& settings);

/// "1-3,7,9-end" → ranges. Throws Error (kUsage).
std::vector<PageRange> parse_page_ranges(const std::string& text);

bool contains(const std::vector<PageRange>& ranges, int page);

/// How many threads read pages.
int worker_count(const Settings& settings);

}  // namespace sohoa
