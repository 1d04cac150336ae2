#pragma once

#include <string>

#include "models/record/json_reader.h"
#include "pipeline/package/export/package_profile.h"

namespace sohoa {

// The parts of a package profile's JSON; every mismatch is an Error (kInput) that names the member.

inline constexpr PackageType kPackageTypes[] = {PackageType::kAip, PackageType::kSip};

/// A text that is not empty.
std::string whole_text(const JsonReader& json, const char* member);

/// One text for each type of package, by `index_of`.
void read_by_type(const JsonReader& json, const char* member, std::string (&values)[2]);

ProfileDescription read_profile_description(const JsonReader& json);

/// What the member "mets" says, put into the profile.
void read_profile_mets(const JsonReader& json, PackageProfile& profile);

}  // namespace sohoa
