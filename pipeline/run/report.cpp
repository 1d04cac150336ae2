#include "pipeline/run/report.h"

#include <algorithm>

#include "pipeline/base/error.h"

namespace sohoa {

namespace {

bool any_signed(const Job& job) {
  return std::any_of(job.inputs.begin(), job.inputs.end(),
                     [](const InputFile& input) { return input.is_signed; });
}

void add_findings(const std::vector<Finding>& findings, Report& report) {
  report.findings.insert(report.findings.end(), findings.begin(), findings.end());
}

bool needs_a_person(const Finding& finding) { return finding.severity == Severity::kError; }

}  // namespace

Record record_of(const Job& job, const Settings& settings) {
  Record record;
  record.program_version = kProgramVersion;
  record.job_time = job.time;
  record.settings = settings_for_record(settings);
  std::vector<std::string> names;
  for (const InputFile& input : job.inputs) {
    names.push_back(input.name);
  }
  record.dossier.name = dossier_name(names);
  return record;
}

PdfSettings pdf_settings(const Job& job, const Settings& settings) {
  PdfSettings pdf;
  pdf.output_type = settings.output_type;
  pdf.deskew = settings.deskew;
  pdf.title = settings.title;
  pdf.job_time = job.time;
  pdf.producer = std::string(kProgramName) + " " + kProgramVersion;
  pdf.unsigned_copy = any_signed(job);
  return pdf;
}

PackageSettings package_settings(const Job& job, const Settings& settings,
                                 const std::filesystem::path& work_folder) {
  PackageSettings package;
  package.pdf = pdf_settings(job, settings);
  package.pdf.spool_folder = work_folder;
  package.job = record_of(job, settings);
  package.threads = worker_count(settings);
  return package;
}

Report report_of(const std::string& command, const Dossier& dossier, const Receipt& receipt) {
  Report report = report_of(command, dossier);
  report.output = receipt.destination;
  report.output_sha256 = receipt.sha256;
  return report;
}

Report report_of(const std::string& command, const Dossier& dossier) {
  Report report;
  report.command = command;
  report.papers = static_cast<int>(dossier.papers.size());
  double confidence_sum = 0;
  for (const PageAccount& page : dossier.pages) {
    ++report.pages_in;
    if (page.set_aside) ++report.pages_set_aside;
    if (page.set_aside == SetAside::kFailed) ++report.pages_failed;
    report.words += page.word_count;
    confidence_sum += page.word_count * page.mean_confidence;
    add_findings(page.findings, report);
  }
  report.pages_out = report.pages_in - report.pages_set_aside;
  if (report.words > 0) report.mean_confidence = confidence_sum / report.words;
  for (const Paper& paper : dossier.papers) add_findings(paper.findings, report);
  add_findings(dossier.findings, report);
  const bool attention =
      std::any_of(report.findings.begin(), report.findings.end(), needs_a_person);
  report.exit_code = static_cast<int>(attention ? ExitCode::kAttention : ExitCode::kDone);
  return report;
}

}  // namespace sohoa
