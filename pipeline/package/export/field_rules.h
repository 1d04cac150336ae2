#pragma once

#include <string>
#include <vector>

#include "models/record/finding.h"
#include "pipeline/package/export/export_metadata.h"
#include "pipeline/package/export/package_profile.h"

namespace sohoa {

/// What is wrong with the values of one description: mandatory ones missing, too long, no code of
/// the list, no date, not of the pattern. `place` is where the operator finds them: "file",
/// "papers[2].fields".
std::vector<Finding> faults_of_values(const FieldValues& values,
                                      const ProfileDescription& description,
                                      const PackageProfile& profile, PackageType type,
                                      const std::string& place);

/// Stated fields that the description does not know.
std::vector<Finding> unknown_values(const FieldValues& stated,
                                    const ProfileDescription& description,
                                    const std::string& place);

/// Where a value stands: "file.title" for the title of the part "file".
std::string place_of(std::string part, const std::string& name);

/// A fault of the operator's metadata.
Finding metadata_fault(const std::string& code, const std::string& place, const std::string& reason,
                       const std::string& remedy);

}  // namespace sohoa
