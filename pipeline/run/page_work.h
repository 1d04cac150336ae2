#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "models/record/dossier.h"
#include "models/record/package.h"
#include "pipeline/run/job.h"
#include "pipeline/run/progress.h"
#include "pipeline/understand/evidence.h"

namespace sohoa {

/// A page from bytes to words. Its pixels are gone by now.
struct ReadPage {
  PageTask task;
  ScannedPage scan;
  TextPage text;
  PageAccount account;  // `set_aside` kFailed with the reason when the page could not be done
  bool copied = false;  // to be taken over as it is (--skip-text)
  std::optional<PageEvidence> evidence;  // where papers are to be understood
};

/// Does every page of the job, several at a time, depth first: load, clean, read on one thread.
/// Hands them to `take` in page order on the calling thread. With OnPageFailure::kAbort the first
/// failure is thrown. Returns what read the pages.
std::vector<Ingredient> read_pages(const Job& job, const Settings& settings,
                                   const ProgressListener& progress,
                                   const std::function<void(ReadPage&&)>& take);

}  // namespace sohoa
