#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "models/record/report.h"
#include "pipeline/run/progress.h"
#include "pipeline/run/settings.h"

namespace sohoa {

/// The settings of a reception desk: blank backs set aside, pages turned upright, a page that fails
/// set aside rather than the dossier lost, signed files taken in beside an unsigned reading copy.
Settings intake_settings();

/// Scans in, one verified zip out. Nothing appears at `output` unless all of it is whole.
/// Exit code of the report: 0, or 3 when a page or paper needs a person. Throws Error otherwise.
Report intake(const std::vector<std::string>& inputs, const std::filesystem::path& output,
              const Settings& settings, const ProgressListener& progress);

}  // namespace sohoa
