#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "models/record/report.h"
#include "pipeline/run/progress.h"
#include "pipeline/run/settings.h"

namespace sohoa {

/// Where the products of `convert` go. Empty: not wanted. "-" is standard output, for one of them.
struct ConvertOutputs {
  std::filesystem::path pdf;
  std::filesystem::path text;         // plain text, pages parted by form feeds
  std::filesystem::path alto_folder;  // 0001.xml, 0002.xml …; made when it is not there
  std::filesystem::path hocr_folder;  // 0001.hocr …
  std::filesystem::path page_folder;  // 0001.json …, sohoa.page/1
};

/// All pages of the inputs in one searchable PDF. Each file appears whole or not at all. Exit code
/// of the report: 0, or 3 when a page needs a person. Throws Error otherwise.
Report convert(const std::vector<std::string>& inputs, const ConvertOutputs& outputs,
               const Settings& settings, const ProgressListener& progress);

}  // namespace sohoa
