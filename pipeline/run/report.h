#pragma once

#include <filesystem>
#include <string>

#include "models/record/package.h"
#include "models/record/report.h"
#include "pipeline/run/job.h"

namespace sohoa {

/// What record.json says before any page is read: version, time, settings, the dossier's name.
Record record_of(const Job& job, const Settings& settings);

PdfSettings pdf_settings(const Job& job, const Settings& settings);
/// Work files of the package lie in `work_folder`.
PackageSettings package_settings(const Job& job, const Settings& settings,
                                 const std::filesystem::path& work_folder);

/// Counts of the pages and all findings, with the exit code that they ask for.
Report report_of(const std::string& command, const Dossier& dossier, const Receipt& receipt);
Report report_of(const std::string& command, const Dossier& dossier);

}  // namespace sohoa
