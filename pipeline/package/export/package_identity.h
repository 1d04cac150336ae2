#pragma once

#include "pipeline/package/export/export.h"
#include "pipeline/package/record_source.h"

namespace sohoa {

// What an information package is called, and by whom. All of it follows from the record, what the
// operator states, the profile and the program's version.

std::string uuid_of(const RecordSource& source, const ExportSettings& settings,
                    const PackageProfile& profile);

/// OBJID: "urn:H49.64.33:uuid-…".
std::string object_id_of(const RecordSource& source, const ExportSettings& settings,
                         const PackageProfile& profile);

/// The name of the package's folder: ':' becomes '_'.
std::string folder_of_object(std::string object_id);

/// What is missing of fonds and agency, and a fonds whose code cannot be part of a folder's name.
std::vector<Finding> faults_of_parties(const RecordSource& source, const ExportSettings& settings,
                                       const PackageProfile& profile);

}  // namespace sohoa
