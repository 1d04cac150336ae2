#include "pipeline/run/job.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <map>

#include "pipeline/base/error.h"

namespace sohoa {

namespace {

constexpr std::int64_t kVietnamOffsetSeconds = 7 * 3600;

std::vector<FileOutline> outline_of(const std::vector<InputFile>& inputs) {
  std::vector<FileOutline> files;
  for (const InputFile& input : inputs) {
    files.push_back({input.name, input.page_count, input.kind == InputKind::kImage});
  }
  return files;
}

std::vector<PageTask> tasks_of(const Job& job, const Settings& settings) {
  std::map<std::string, int> input_named;
  for (std::size_t i = 0; i < job.inputs.size(); ++i) {
    input_named[job.inputs[i].name] = static_cast<int>(i);
  }
  std::vector<PageTask> tasks;
  for (std::size_t paper = 0; paper < job.papers.size(); ++paper) {
    for (const PageSource& source : job.papers[paper].pages) {
      if (!contains(settings.pages, source.number)) continue;
      tasks.push_back({static_cast<int>(tasks.size()) + 1, input_named.at(source.file),
                       source.number, static_cast<int>(paper)});
    }
  }
  return tasks;
}

// A package of failures only would look like a result.
void throw_if_all_failed(const Job& job) {
  const bool any_readable = std::any_of(job.inputs.begin(), job.inputs.end(),
                                        [](const InputFile& input) { return !input.failure; });
  if (!any_readable && !job.inputs.empty()) throw Error(*job.inputs.front().failure);
}

// The clock would give other bytes at every run. What a run depends on is its inputs.
std::string time_of(const Job& job, const Settings& settings) {
  if (!settings.job_time.empty()) return settings.job_time;
  const char* epoch = std::getenv("SOURCE_DATE_EPOCH");
  std::int64_t seconds = 0;
  if (epoch != nullptr &&
      std::from_chars(epoch, epoch + std::strlen(epoch), seconds).ec == std::errc()) {
    return vietnam_time(seconds);
  }
  for (const InputFile& input : job.inputs) seconds = std::max(seconds, input.modified_seconds);
  return vietnam_time(seconds);
}

}  // namespace

Job open_job(const std::vector<std::string>& inputs, const Settings& settings,
             const TemporaryFolder& folder) {
  Job job;
  job.inputs = list_inputs(inputs, settings.acquire, folder.path());
  throw_if_all_failed(job);
  job.papers = plan_papers(outline_of(job.inputs));
  job.tasks = tasks_of(job, settings);
  if (job.tasks.empty()) {
    throw Error(ExitCode::kInput, inputs.empty() ? "input" : inputs.front(), "has no pages to read",
                "check the names and --pages");
  }
  if (settings.understanding == Understanding::kOn) job.knowledge = load_knowledge();
  job.time = time_of(job, settings);
  return job;
}

std::vector<Finding> input_findings(const Job& job) {
  std::vector<Finding> findings;
  for (const InputFile& input : job.inputs) {
    findings.insert(findings.end(), input.findings.begin(), input.findings.end());
  }
  return findings;
}

std::string vietnam_time(std::int64_t seconds) {
  const std::time_t local = static_cast<std::time_t>(seconds + kVietnamOffsetSeconds);
  std::tm parts{};
  ::gmtime_r(&local, &parts);
  std::array<char, 64> text{};
  std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%S+07:00", &parts);
  return text.data();
}

}  // namespace sohoa
