#pragma once

#include <string>

#include "models/record/package.h"
#include "models/record/report.h"
#include "pipeline/run/job.h"

namespace sohoa {

/// What record.json says before any page is read: version, time, settings, inputs.
Record record_of(const Job& job, const Settings& settings);

PdfSettings pdf_settings(const Job& job, const Settings& settings);
PackageSettings package_settings(const Job& job, const Settings& settings);

/// Counts of the pages and all findings, with the exit code that they ask for.
Report report_of(const std::string& command, const Package& package);
Report report_of(const std::string& command, const Dossier& dossier);

}  // namespace sohoa
