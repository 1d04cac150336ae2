#pragma once

#include "pipeline/package/export/export.h"
#include "pipeline/package/record_source.h"

namespace sohoa {

// One function a kind of package. Each returns the faults of the metadata; without any it has
// written `output`.

std::vector<Finding> export_information_package(const RecordSource& source,
                                                const std::filesystem::path& output,
                                                const ExportSettings& settings,
                                                const PackageProfile& profile);

std::vector<Finding> export_bag(const RecordSource& source, const std::filesystem::path& output,
                                const ExportSettings& settings);

std::vector<Finding> export_record(const RecordSource& source, const std::filesystem::path& output,
                                   const ExportSettings& settings);

std::vector<Finding> export_civil_book(const RecordSource& source,
                                       const std::filesystem::path& output,
                                       const ExportSettings& settings);

}  // namespace sohoa
