#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pipeline/acquire/acquire.h"
#include "pipeline/base/temporary_folder.h"
#include "pipeline/run/settings.h"
#include "pipeline/understand/knowledge.h"
#include "pipeline/understand/paper_plan.h"

namespace sohoa {

/// One page to do.
struct PageTask {
  int sequence = 0;  // from 1, over the job
  int input = 0;     // index into Job::inputs
  int number = 1;    // in that input
  int paper = 0;     // index into Job::papers
};

/// What is to be done, known before any page is decoded.
struct Job {
  std::vector<InputFile> inputs;
  std::vector<PaperPlan> papers;
  std::vector<PageTask> tasks;
  std::optional<Knowledge> knowledge;  // where papers are to be understood
  std::string time;                    // ISO 8601 with +07:00
};

/// Looks into the inputs. `folder` takes what comes from standard input and must outlive the job.
/// Throws Error (kInput), for no pages at all too.
Job open_job(const std::vector<std::string>& inputs, const Settings& settings,
             const TemporaryFolder& folder);

/// What was noticed of the inputs before any page was read: files of a folder that were passed
/// over, a damaged PDF that could be repaired.
std::vector<Finding> input_findings(const Job& job);

/// Seconds since 1970 as Vietnamese local time, `2026-11-23T09:30:00+07:00`: the same on every
/// machine, whatever its time zone.
std::string vietnam_time(std::int64_t seconds);

}  // namespace sohoa
